package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.kakehashi.Staff;
import org.kakehashi.TestDatabase;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The product at 127.0.0.1 and its users' identity provider at localhost, which to a browser is another site. Named to
 * run after the other stories: closing its application empties the static place where Camunda's web applications look
 * for the engine.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.process-engine-name=provided",
            "kakehashi.login.emergency-account=break-glass",
            "kakehashi.login.roles.advisers=Licensing advisers",
            "kakehashi.login.roles.managers=Licensing managers, Directors",
            "spring.security.oauth2.client.registration.programme.client-name=Your organisation",
            "spring.security.oauth2.client.registration.programme.client-id=" + IdentityProvider.CLIENT,
            "spring.security.oauth2.client.registration.programme.client-secret=" + IdentityProvider.SECRET,
            "spring.security.oauth2.client.registration.programme.scope=openid,profile,email",
            "spring.security.oauth2.client.provider.programme.user-name-attribute=preferred_username"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Staff.class)
@DirtiesContext
@Order(Integer.MAX_VALUE - 1)
class UsersOfAProviderStoryTest {

    private static final IdentityProvider PROVIDER = IdentityProvider.start();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.programme.issuer-uri", PROVIDER::issuer);
    }

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    Staff staff;

    @BeforeEach
    void provider() {
        PROVIDER.serves("http://127.0.0.1:" + port);
    }

    @Test
    void somebodyOfTheOrganisationSignsInAndTheGroupsOfTheProviderAreTheRolesHere() {
        PROVIDER.knows("kudo", "Licensing advisers", "Canteen");
        Visitor kudo = signIn("kudo");

        assertThat(kudo.open("/").body()).contains("kudo", "My cases").doesNotContain("/camunda/app/cockpit/");
        assertThat(kudo.fetch("/camunda/api/engine/engine/provided/task/count").statusCode())
                .isEqualTo(200);
        assertThat(groupsOf("kudo")).containsExactly(Roles.ADVISERS);
        assertThat(identities.createUserQuery().userId("kudo").singleResult().getEmail())
                .isEqualTo("kudo@organisation.example");
    }

    @Test
    void inARealBrowserOneSignInAtTheProviderOpensAllWebApplicationsAndOneSignOutClosesBothSites() {
        PROVIDER.knows("uchida", "Directors");
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://127.0.0.1:" + port + "/camunda/app/tasklist/provided/", 1280);
            Browser.picture(page, "sign-in-with-provider");
            page.getByText("Sign in with Your organisation").click();
            page.getByPlaceholder("Username").fill("uchida");
            page.getByPlaceholder("Password").fill(IdentityProvider.PASSWORD);
            page.getByText("Sign in").last().click();
            assertThat(page.getByText("All tasks").first()).isVisible();

            page.navigate("http://127.0.0.1:" + port + "/");
            page.getByText("Sign out").click();
            assertThat(page.getByText("You are signed out.")).isVisible();
            page.getByText("Sign in with Your organisation").click();
            assertThat(page.getByPlaceholder("Username")).isVisible();
        }
    }

    @Test
    void theCodeIsAskedForWithAProofKeyAStateAndANonce() {
        assertThat(location(visitor().open("/oauth2/authorization/programme")))
                .startsWith(PROVIDER.issuer() + "/oauth2/authorize?response_type=code")
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=");
    }

    @Test
    void aGroupThatIsTakenAwayAtTheProviderIsGoneWithTheNextSignInAndEndsOlderSessions() {
        PROVIDER.knows("hayashi", "Licensing advisers", "Directors");
        Visitor before = signIn("hayashi");
        assertThat(groupsOf("hayashi")).containsExactlyInAnyOrder(Roles.ADVISERS, Roles.MANAGERS);

        PROVIDER.knows("hayashi", "Licensing advisers");
        Visitor after = signIn("hayashi");
        assertThat(groupsOf("hayashi")).containsExactly(Roles.ADVISERS);
        assertThat(after.open("/camunda/app/cockpit/provided/").statusCode()).isEqualTo(403);
        assertThat(location(before.open("/"))).endsWith("/portal");
    }

    @Test
    void whoHasNoneOfTheProgrammesGroupsIsToldSoAndGetsNoAccount() {
        PROVIDER.knows("cook", "Canteen");
        Visitor cook = visitor();
        assertThat(atProvider(cook, "cook")).endsWith("/login?refused=no-group");
        assertThat(cook.open("/login?refused=no-group").body()).contains("belong to none of the programme");
        assertThat(identities.createUserQuery().userId("cook").count()).isZero();
    }

    @Test
    void aNameThatIsAnotherAccountsIsNotTakenOver() {
        staff.engage("break-glass", Roles.ADMINISTRATORS);
        PROVIDER.knows("break-glass", "Licensing advisers");
        assertThat(atProvider(visitor(), "break-glass")).endsWith("/login?refused=name-taken");
        assertThat(groupsOf("break-glass")).containsExactly(Roles.ADMINISTRATORS);
    }

    @Test
    void passwordsAreClosedButForTheEmergencyAccount() {
        staff.engage("break-glass", Roles.ADMINISTRATORS);
        staff.engage("local-manager", Roles.MANAGERS);
        assertThat(location(visitor().submit("/login", "/login", "username=local-manager&password=" + Staff.PASSWORD)))
                .endsWith("/login?error");
        assertThat(visitor().signIn("break-glass").open("/").body()).contains("Administration");
    }

    @Test
    void aPasswordGivenToAProvidersUserOpensNothing() {
        PROVIDER.knows("mori", "Licensing advisers");
        signIn("mori");
        var user = identities.createUserQuery().userId("mori").singleResult();
        user.setPassword(Staff.PASSWORD);
        identities.saveUser(user);
        assertThat(location(visitor().submit("/login", "/login", "username=mori&password=" + Staff.PASSWORD)))
                .endsWith("/login?error");
    }

    @Test
    void signingOutGoesOnToTheProvider() {
        PROVIDER.knows("abe", "Licensing advisers");
        Visitor abe = signIn("abe");
        HttpResponse<String> page = abe.submit("/", "/logout", "");
        assertThat(page.headers().firstValue("Refresh").orElse(""))
                .startsWith("0; url=" + PROVIDER.issuer() + "/connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=");
        HttpResponse<String> there = abe.open(
                URI.create(page.headers().firstValue("Refresh").orElseThrow().substring("0; url=".length())));
        assertThat(location(there)).endsWith("/login?signed-out");
        assertThat(location(abe.open(URI.create(PROVIDER.issuer() + "/")))).endsWith("/login");
    }

    @Test
    void theProviderEndsASessionByItsBackChannel() throws Exception {
        PROVIDER.knows("ono", "Licensing advisers");
        Visitor ono = signIn("ono");
        PROVIDER.knows("endo", "Licensing advisers");
        Visitor endo = signIn("endo");

        assertThat(visitor()
                        .post("/logout/connect/back-channel/programme", "logout_token=" + PROVIDER.logoutToken("ono"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(ono.open("/"))).endsWith("/portal");
        assertThat(endo.open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedLogoutTokenEndsNothing() throws Exception {
        PROVIDER.knows("sato", "Licensing advisers");
        Visitor sato = signIn("sato");
        String token = PROVIDER.logoutToken("sato");
        String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
        assertThat(visitor()
                        .post("/logout/connect/back-channel/programme", "logout_token=" + forged)
                        .statusCode())
                .isEqualTo(400);
        assertThat(sato.open("/").statusCode()).isEqualTo(200);
    }

    private Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + port);
    }

    private Visitor signIn(String user) {
        Visitor visitor = visitor();
        assertThat(atProvider(visitor, user)).doesNotContain("/login");
        return visitor;
    }

    /** Goes to the provider, signs in there, comes back. @return where the product leads then */
    private String atProvider(Visitor visitor, String user) {
        String authorize = location(visitor.open("/oauth2/authorization/programme"));
        visitor.open(URI.create(authorize));
        String login = PROVIDER.issuer() + "/login";
        String onward =
                location(visitor.submit(login, login, "username=" + user + "&password=" + IdentityProvider.PASSWORD));
        String back = location(visitor.open(URI.create(onward)));
        return location(visitor.open(URI.create(back)));
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseGet(() -> answer.statusCode() + " " + answer.body());
    }
}
