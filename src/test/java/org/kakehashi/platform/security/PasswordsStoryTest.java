package org.kakehashi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A common password is refused wherever one can be set. */
@HttpTest
class PasswordsStoryTest {

    /** Long, and with capital and small letters, digits and a sign, as a rule of composition would have it. */
    private static final String COMMON = "Password-2026";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identities;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void people() {
        staff.engage("passwords-administrator", Roles.ADMINISTRATORS);
        staff.engage("passwords-adviser", Roles.ADVISERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-Xq9",
                COMMON,
                "P@ssw0rd12345",
                "Qwertyuiop-1",
                "Welcome-2026!",
                "1234567890123",
                "aaaaaaaaaaaaaaaa",
                "Kakehashi-2026",
                "Licensing-2026",
                "passwords-adviser-7x"
            })
    void whatIsShortCommonNearAtHandOrThePersonsNameIsRefused(String password) {
        assertThat(identities.checkPasswordAgainstPolicy(password, adviser()).isValid())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "lantern moss ferry", "xk-ui39-pq0z", "橋の上の青い灯籠と雨の匂い"})
    void wordsInARowAndChanceArePasswordsWithoutAnyRuleOfComposition(String password) {
        assertThat(identities.checkPasswordAgainstPolicy(password, adviser()).isValid())
                .isTrue();
    }

    @Test
    void theOwnPageRefusesIt() {
        HttpResponse<String> page = new Visitor(port)
                .signIn("passwords-adviser")
                .submit(
                        "/account",
                        "/account/password",
                        "present=" + Staff.PASSWORD + "&wanted=" + COMMON + "&again=" + COMMON);
        assertThat(page.body()).contains("That password is too weak", "is none of the common ones");
        assertUnchanged();
    }

    @Test
    void theEnginesRestRefusesIt() {
        Visitor administrator = new Visitor(port).asProgramOf("passwords-administrator");
        assertRefused(administrator.send(
                "PUT",
                "/engine-rest/user/passwords-adviser/credentials",
                "application/json",
                "{\"password\":\"" + COMMON + "\",\"authenticatedUserPassword\":\"" + Staff.PASSWORD + "\"}"));
        assertRefused(
                administrator.send("POST", "/engine-rest/user/create", "application/json", somebody("passwords-new")));
        assertUnchanged();
    }

    @Test
    void camundasAdministrationRefusesItAndListsTheRuleInWords() {
        Visitor administrator = new Visitor(port).signIn("passwords-administrator");
        administrator.open("/camunda/app/admin/default/");
        assertThat(administrator
                        .sendWithCamundasToken(
                                "/camunda/api/engine/engine/default/user/create", somebody("passwords-newer"))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(identities.createUserQuery().userId("passwords-newer").count())
                .isZero();
        assertThat(administrator
                        .fetch("/camunda/api/engine/engine/default/identity/password-policy")
                        .body())
                .contains("It must be no common password");
    }

    @Test
    void theFirstAdministratorIsNotMadeWithIt() {
        var settings = new FirstAdministrator.Settings("passwords-first", COMMON);
        assertThatThrownBy(() -> transactions.executeWithoutResult(run -> {
                    identities
                            .createUserQuery()
                            .memberOfGroup(Roles.ADMINISTRATORS)
                            .list()
                            .forEach(user -> identities.deleteMembership(user.getId(), Roles.ADMINISTRATORS));
                    new FirstAdministrator(identities, settings).run(new DefaultApplicationArguments());
                }))
                .isInstanceOf(UnfitPassword.Given.class)
                .satisfies(thrown -> assertThat(new UnfitPassword().analyze(thrown))
                        .satisfies(said -> assertThat(said.getDescription() + said.getAction())
                                .contains("KAKEHASHI_ADMINISTRATOR_PASSWORD", "too weak", "none of the common ones")
                                .doesNotContain(COMMON)));
        assertThat(identities.createUserQuery().userId("passwords-first").count())
                .isZero();
    }

    private void assertUnchanged() {
        assertThat(identities.checkPassword("passwords-adviser", Staff.PASSWORD))
                .isTrue();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The password is too weak", "is none of the common ones");
    }

    private static String somebody(String id) {
        return "{\"profile\":{\"id\":\"" + id
                + "\",\"firstName\":\"A\",\"lastName\":\"B\"},\"credentials\":{\"password\":\"" + COMMON + "\"}}";
    }

    private User adviser() {
        return identities.createUserQuery().userId("passwords-adviser").singleResult();
    }
}
