package org.kakehashi.negotiation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matching;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An adviser changes the records in the own hands, not those of a colleague. */
@HttpTest
class RecordsInHandStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SeedFixture seeds;

    @Autowired
    NeedFixture needs;

    @Autowired
    Matching matching;

    @Autowired
    Transfers transfers;

    @Autowired
    Advisers advisers;

    @Autowired
    Absences absences;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    private String seed;
    private String need;

    @BeforeEach
    void aNeedInAnAdvisersHandsAndASeedInAnothers() {
        staff.engage("hand-need", Roles.ADVISERS);
        staff.engage("hand-seed", Roles.ADVISERS);
        staff.engage("hand-other", Roles.ADVISERS);
        staff.engage("hand-manager", Roles.MANAGERS);
        seed = seeds.licensablePatent();
        need = needs.open();
        transfers.enter(Transfer.Origin.SEED, seed, null);
        transfers.assign(seed, "hand-seed");
        transfers.enter(Transfer.Origin.NEED, need, null);
        transfers.assign(need, "hand-need");
    }

    @ParameterizedTest
    @CsvSource({"hand-need, 200", "hand-manager, 200", "hand-other, 403", "hand-seed, 403"})
    void aNeedIsClosedByItsAdviserOrAManager(String user, int status) {
        assertThat(send(user, "/api/v1/needs/" + need + "/closure", "{\"reason\":\"Solved.\"}"))
                .isEqualTo(status);
    }

    /** It is accepted already, which only they learn. */
    @ParameterizedTest
    @CsvSource({"hand-need, 409", "hand-seed, 409", "hand-manager, 409", "hand-other, 403"})
    void aMatchIsDecidedByTheAdviserOfEitherRecordOrAManager(String user, int status) {
        Match match = matching.introduced(seed, need);
        String decision = "{\"decision\":\"DECLINE\",\"reason\":\"MATURITY\",\"text\":\"Not yet tried.\"}";
        assertThat(send(user, "/api/v1/matches/" + match.number() + "/decision", decision))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "false, 403"})
    void aDeputyChangesTheColleaguesRecordsWhileTheAbsenceLasts(boolean today, int status) {
        String deputy = "hand-deputy-" + today;
        String away = "hand-away-" + today;
        for (String name : List.of(deputy, away)) {
            staff.engage(name, Roles.ADVISERS);
            advisers.saveAndFlush(new Adviser(
                    name,
                    new Adviser.Profile(
                            name, null, name + "@example.jp", Prefecture.TOKYO, "Tokyo", Set.of(), Set.of("ja"))));
        }
        transfers.assign(need, away);
        LocalDate first = LocalDate.now(clock).plusDays(today ? 0 : 3);
        user.acting(
                away,
                Set.of(Roles.ADVISERS),
                () -> absences.enter(away, new Absences.Wish(first, first, deputy, false)));
        assertThat(send(deputy, "/api/v1/needs/" + need + "/closure", "{\"reason\":\"Solved.\"}"))
                .isEqualTo(status);
    }

    @Test
    void whatNobodyHasInHandIsOpenToEveryAdviser() {
        String fresh = needs.open();
        assertThat(send("hand-other", "/api/v1/needs/" + fresh + "/closure", "{\"reason\":\"Solved.\"}"))
                .isEqualTo(200);
    }

    private int send(String user, String address, String body) {
        return new Visitor(port)
                .asProgramOf(user)
                .send("POST", address, "application/json", body)
                .statusCode();
    }
}
