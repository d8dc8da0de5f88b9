package org.kakehashi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class SignOutStoryTest {

    private static final String NEW = "Quite-another-2";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identities;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final String user = "sign-out-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void somebodySignsOutEverywhere() {
        staff.engage(user, Roles.ADVISERS);
        Visitor office = signIn();
        Visitor train = signIn();
        assertThat(office.open("/account").body()).contains("Where you are signed in", "here");

        office.submit("/account", "/account/sign-out-everywhere", "");
        assertSignedOut(office);
        assertSignedOut(train);
        assertThat(train.fetch("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAdministratorSignsSomebodyOutEverywhere() {
        staff.engage(user, Roles.ADVISERS);
        staff.engage("sign-out-administrator", Roles.ADMINISTRATORS);
        Visitor adviser = signIn();
        Visitor administrator = new Visitor(port).signIn("sign-out-administrator");
        assertThat(administrator.open("/administration/sessions").body()).contains(user);

        administrator.submit("/administration/sessions", "/administration/sessions/" + user + "/end", "");
        assertSignedOut(adviser);
        assertThat(administrator.open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNoAdministratorSeesAndEndsNobodysSessions() {
        staff.engage(user, Roles.MANAGERS);
        Visitor manager = signIn();
        assertThat(manager.open("/administration/sessions").statusCode()).isEqualTo(403);
        assertThat(manager.submit("/account", "/administration/sessions/" + user + "/end", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsEverySession() {
        staff.engage(user, Roles.ADVISERS);
        Visitor office = signIn();
        Visitor train = signIn();
        assertThat(location(change(office, Staff.PASSWORD, NEW))).endsWith("/login?password-changed");
        assertSignedOut(office);
        assertSignedOut(train);
        assertThat(location(new Visitor(port).submit("/login", "/login", "username=" + user + "&password=" + NEW)))
                .doesNotContain("/login");
    }

    @Test
    void thePresentPasswordIsAskedForAndAWeakNewOneIsExplained() {
        staff.engage(user, Roles.ADVISERS);
        Visitor office = signIn();
        assertThat(change(office, "a-guess", NEW).body()).contains("not the one you typed");
        assertThat(change(office, Staff.PASSWORD, "short").body()).contains("too weak", "at least 10 characters");
        assertThat(office.submit(
                                "/account",
                                "/account/password",
                                "present=" + Staff.PASSWORD + "&wanted=" + NEW + "&again=" + NEW + "x")
                        .body())
                .contains("type it twice");
        assertThat(office.open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void otherGroupsAndTheEndOfTheAccountEndItsSessions() {
        staff.engage(user, Roles.ADVISERS, Roles.MANAGERS);
        Visitor office = signIn();
        identities.deleteMembership(user, Roles.MANAGERS);
        assertSignedOut(office);

        Visitor again = signIn();
        identities.deleteUser(user);
        assertSignedOut(again);
    }

    @Test
    void anAdministratorWhoSetsAPasswordInCamundasAdminEndsTheSessionsToo() {
        staff.engage(user, Roles.ADVISERS);
        Visitor office = signIn();
        User account = identities.createUserQuery().userId(user).singleResult();
        account.setPassword(NEW);
        identities.saveUser(account);
        assertSignedOut(office);
    }

    @Test
    void theBusiestSessionEndsAfterTwelveHours() {
        staff.engage(user, Roles.ADVISERS);
        Visitor office = signIn();
        transactions.executeWithoutResult(
                run -> jdbc.sql("UPDATE spring_session SET creation_time = creation_time - ? WHERE principal_name = ?")
                        .params(Duration.ofHours(12).plusMinutes(1).toMillis(), user)
                        .update());
        sessions.endOverlong();
        assertSignedOut(office);
    }

    private Visitor signIn() {
        return new Visitor(port).signIn(user);
    }

    private static HttpResponse<String> change(Visitor visitor, String present, String wanted) {
        return visitor.submit(
                "/account", "/account/password", "present=" + present + "&wanted=" + wanted + "&again=" + wanted);
    }

    private static void assertSignedOut(Visitor visitor) {
        assertThat(location(visitor.open("/"))).endsWith("/portal");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseGet(() -> answer.statusCode() + " " + answer.body());
    }
}
