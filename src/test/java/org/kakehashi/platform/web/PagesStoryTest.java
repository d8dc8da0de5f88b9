package org.kakehashi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class PagesStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @BeforeEach
    void people() {
        staff.engage("pages-adviser", Roles.ADVISERS);
        staff.engage("pages-manager", Roles.MANAGERS);
        staff.engage("pages-integrator", Roles.INTEGRATORS);
    }

    @Test
    void theStartPageShowsTheDoorsThatAreOpenToTheUser() {
        assertThat(visitor("pages-adviser").open("/").body())
                .contains("pages-adviser", "/camunda/app/tasklist/", "My cases")
                .doesNotContain("/camunda/app/cockpit/");
        assertThat(visitor("pages-manager").open("/").body()).contains("/camunda/app/cockpit/");
        assertThat(visitor("pages-integrator").open("/").body())
                .contains("/api/docs")
                .doesNotContain("My cases");
    }

    @Test
    void anUnknownAddressIsExplainedOnAPage() {
        HttpResponse<String> page = visitor("pages-adviser").open("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address", "pages-adviser");
    }

    @Test
    void aProgramThatAsksForAnUnknownAddressIsAnsweredWithAProblem() {
        HttpResponse<String> answer = visitor("pages-adviser").fetch("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anAdviserWhoOpensCockpitReadsWhyItIsClosed() {
        HttpResponse<String> page = visitor("pages-adviser").open("/camunda/app/cockpit/default/");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This is not open to you").doesNotContain("Whitelabel");
    }

    @Test
    void whatAScriptFetchesWithoutSessionIsRefusedAndNotLedToTheSignInPage() {
        assertThat(new Visitor(port).fetch("/desk/anything").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionForAllPages() {
        Visitor adviser = visitor("pages-adviser");
        adviser.submit("/", "/logout", "");
        assertThat(adviser.open("/").headers().firstValue("Location").orElse(""))
                .endsWith("/portal");
        assertThat(adviser.fetch("/camunda/api/engine/engine/default/filter").statusCode())
                .isEqualTo(401);
    }

    private Visitor visitor(String user) {
        return new Visitor(port).signIn(user);
    }
}
