package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the browser is told: which scripts run, who may frame a page, how cookies travel. */
@HttpTest
class HeadersStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    WebApplicationContext context;

    private Visitor adviser;

    @BeforeEach
    void somebodyIsSignedIn() {
        staff.engage("headers-adviser", Roles.ADVISERS);
        adviser = new Visitor(port).signIn("headers-adviser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/cases",
                "/account",
                "/nowhere",
                "/party/an-invented-link",
                "/assets/kakehashi.css"
            })
    void ownPagesRunNoScriptAndNoStyleButTheirOwnFiles(String address) {
        assertThat(header(adviser.open(address), "Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/camunda/app/tasklist/default/"})
    void noPageIsFramedByAnotherSiteNorGuessedAt(String address) {
        HttpResponse<String> page = adviser.open(address);
        assertThat(header(page, "X-Frame-Options") + header(page, "Content-Security-Policy"))
                .containsAnyOf("SAMEORIGIN", "frame-ancestors 'none'", "frame-ancestors 'self'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatIsPersonalIsNotCached() {
        assertThat(header(adviser.open("/account"), "Cache-Control")).contains("no-store");
        assertThat(header(adviser.open("/cases"), "Cache-Control")).contains("no-store");
    }

    @Test
    void aCompanysLinkIsToldToNobody() {
        HttpResponse<String> page = new Visitor(port).open("/party/an-invented-link");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "X-Robots-Tag")).contains("noindex");
    }

    @Test
    void theSessionsCookieIsOutOfReachForScriptsAndOtherSites() {
        List<String> cookies = new Visitor(port).open("/login").headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("SESSION=").contains("HttpOnly", "SameSite=Strict"));
        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie).contains("SameSite=Strict"));
    }

    @Test
    void overTlsBrowsersAreHeldToItAndCookiesStayWithinIt() throws Exception {
        DefaultMockMvcBuilder overTls = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("springSessionRepositoryFilter", Filter.class))
                .apply(springSecurity());
        MockHttpServletResponse page =
                overTls.build().perform(get("/login").secure(true)).andReturn().getResponse();
        assertThat(page.getHeader("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
        assertThat(page.getCookie("SESSION"))
                .isNotNull()
                .extracting(Cookie::getSecure)
                .isEqualTo(true);
    }

    @Test
    void theSessionsNameChangesWithTheSignIn() {
        var visitor = new Visitor(port);
        visitor.open("/login");
        String before = visitor.cookie("SESSION");
        visitor.signIn("headers-adviser");
        String after = visitor.cookie("SESSION");
        assertThat(after).isNotEqualTo(before).hasSizeGreaterThan(40);
        assertThat(new Visitor(port).withCookie("SESSION", before).open("/").statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSessionsNameThatSomebodyInventedIsNotTaken() {
        String invented = "aW52ZW50ZWQtYnktc29tZWJvZHktZWxzZS1lbnRpcmVseQ==";
        new Visitor(port).withCookie("SESSION", invented).signIn("headers-adviser");
        assertThat(new Visitor(port).withCookie("SESSION", invented).open("/").statusCode())
                .isEqualTo(302);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(" ", answer.headers().allValues(name));
    }
}
