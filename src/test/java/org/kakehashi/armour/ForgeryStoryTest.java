package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Another site's page makes a signed-in person's browser send something: nothing may come of it. */
@HttpTest
class ForgeryStoryTest {

    /** One click of a mail program stops a saved search, by the secret in the address alone (RFC 8058). */
    private static final String STOPPED_BY_MAIL_PROGRAMS = "/portal/saved/x/stop";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Visitor victim;

    @BeforeEach
    void somebodyIsSignedIn() {
        staff.engage("forgery-victim", Roles.ADVISERS, Roles.MANAGERS, Roles.ADMINISTRATORS);
        victim = new Visitor(port).signIn("forgery-victim");
    }

    @Test
    void everyOwnFormWantsItsToken() {
        List<String> forms = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(address -> !address.startsWith("/api/") && !address.equals("/error"))
                .map(address -> address.replaceAll("\\{[^}]*}", "x"))
                .filter(address -> !address.equals(STOPPED_BY_MAIL_PROGRAMS))
                .sorted()
                .toList();
        assertThat(forms)
                .contains("/account/password")
                .anyMatch(form -> form.startsWith("/party/"))
                .hasSizeGreaterThan(20);
        assertThat(forms).allSatisfy(form -> assertThat(
                        victim.post(form, "side=LICENSOR").statusCode())
                .as(form)
                .isEqualTo(403));
    }

    @Test
    void signingInAndOutWantsATokenToo() {
        assertThat(victim.post("/login", "username=a&password=b").statusCode()).isEqualTo(403);
        assertThat(victim.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(victim.open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingChangesByAMereLink() {
        Set<RequestMethod> reading = Set.of(RequestMethod.GET, RequestMethod.HEAD);
        assertThat(victim.open("/logout").statusCode()).isNotEqualTo(302);
        assertThat(victim.open("/account/sign-out-everywhere").statusCode()).isEqualTo(405);
        assertThat(victim.open("/").statusCode()).isEqualTo(200);
        assertThat(requestMappingHandlerMapping.getHandlerMethods().keySet())
                .filteredOn(
                        mapping -> mapping.getMethodsCondition().getMethods().isEmpty())
                .extracting(mapping -> mapping.getPatternValues().toString())
                .allMatch(
                        address -> address.contains("/error") || address.contains("swagger"),
                        "no handler takes any method but " + reading);
    }

    @Test
    void camundasInterfaceWantsItsTokenFromAPage() {
        victim.open("/camunda/app/tasklist/default/");
        assertThat(victim.send("POST", "/camunda/api/engine/engine/default/task/count", "application/json", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSessionCountsForNothingOverRest() {
        assertThat(victim.fetch("/api/v1/seeds").statusCode()).isEqualTo(401);
        assertThat(victim.fetch("/engine-rest/task?maxResults=1").statusCode()).isEqualTo(401);
    }
}
