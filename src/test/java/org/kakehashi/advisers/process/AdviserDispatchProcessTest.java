package org.kakehashi.advisers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.advisers.process.AdviserDispatchProcess.Elements.CONFIRM_DISPATCH;
import static org.kakehashi.advisers.process.AdviserDispatchProcess.Elements.DECIDE_DISPATCH;
import static org.kakehashi.advisers.process.AdviserDispatchProcess.Elements.RENEW_TERM;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class AdviserDispatchProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Advisers advisers;

    @Autowired
    Organisations organisations;

    @Autowired
    HistoryService history;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    String adviser;
    String id;
    LocalDate first;

    @BeforeEach
    void aPrefectureAsksForAnAdviser() {
        adviser = "dispatched-" + UUID.randomUUID();
        advisers.saveAndFlush(new Adviser(
                adviser,
                new Adviser.Profile(
                        adviser,
                        null,
                        adviser + "@example.jp",
                        Prefecture.TOKYO,
                        "Tokyo metropolis",
                        Set.of(TechnologyField.BIOTECHNOLOGY),
                        Set.of("ja"))));
        first = LocalDate.now(clock).plusDays(10);
        id = request(host(OrganisationType.LOCAL_GOVERNMENT)).id().toString();
        desk.runDueJobs(id);
    }

    @Test
    void aTermIsApprovedConfirmedBegunRenewedAndEndsWithAHandover() {
        assertThatThrownBy(() -> desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "true")))
                .hasRootCauseMessage("Choose the adviser who shall be dispatched.");
        desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "true", "adviser", adviser));
        assertThatThrownBy(() -> desk.complete(id, CONFIRM_DISPATCH, Map.of("confirmed", "false")))
                .hasRootCauseMessage("Say why, so that the host can be told.");
        desk.complete(id, CONFIRM_DISPATCH, Map.of("confirmed", "false", "reason", "Too far away."));
        assertThat(desk.facts(desk.task(id, DECIDE_DISPATCH)).toString()).contains("Too far away.");
        desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "true", "adviser", adviser));
        desk.complete(id, CONFIRM_DISPATCH, Map.of("confirmed", "true"));
        assertThat(state()).isEqualTo(Dispatch.State.CONFIRMED);
        assertThat(adviser().prefecture()).isEqualTo(Prefecture.TOKYO);

        pass(Duration.ofDays(11));
        assertThat(state()).isEqualTo(Dispatch.State.RUNNING);
        assertThat(adviser().prefecture()).isEqualTo(Prefecture.NAGANO);
        assertThat(adviser().host()).isEqualTo("Host of Nagano");
        assertThat(adviser().engagement().until()).isEqualTo(first.plusYears(1));

        pass(Duration.ofDays(300));
        assertThatThrownBy(() -> desk.complete(
                        id,
                        RENEW_TERM,
                        Map.of("renewed", "true", "lastDay", first.plusDays(9).toString())))
                .hasRootCauseMessage("Give a last day after " + first.plusYears(1) + ".");
        desk.complete(
                id,
                RENEW_TERM,
                Map.of("renewed", "true", "lastDay", first.plusYears(2).toString()));
        assertThat(adviser().engagement().until()).isEqualTo(first.plusYears(2));
        assertThat(desk.open(id)).isEmpty();

        pass(Duration.ofDays(365));
        desk.complete(id, RENEW_TERM, Map.of("renewed", "false"));
        assertThat(adviser().isActive()).isTrue();
        pass(Duration.ofDays(120));
        assertThat(state()).isEqualTo(Dispatch.State.ENDED);
        assertThat(adviser().isActive()).isFalse();
    }

    @Test
    void aManagerDeclinesWithAReason() {
        assertThatThrownBy(() -> desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "false")))
                .hasRootCauseMessage("Say why, so that the host can be told.");
        desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "false", "reason", "No adviser is free."));
        assertThat(state()).isEqualTo(Dispatch.State.DECLINED);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void advisersSitAtLocalGovernmentsAndTlosOnly() {
        UUID company = host(OrganisationType.SME);
        assertThatThrownBy(() -> request(company))
                .isInstanceOf(Refusal.class)
                .hasMessage("Host of Nagano is neither a local government nor a TLO: advisers sit at those only.");
        assertThatThrownBy(() -> user.acting("somebody", Set.of(Roles.ADVISERS), () -> {
                    dispatches.enter();
                    return "";
                }))
                .hasMessage("Dispatches are recorded by registrars and managers.");
    }

    @Test
    void theHostConfirmsOnItsPageOnceAndARegistrarNeedNotRecordIt() {
        desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "true", "adviser", adviser));
        assertThat(desk.open(id)).containsExactly(CONFIRM_DISPATCH);
        dispatches.answer(UUID.fromString(id), true, "You are welcome.");
        assertThat(desk.open(id)).isEmpty();
        assertThat(state()).isEqualTo(Dispatch.State.CONFIRMED);
        assertThatThrownBy(() -> dispatches.answer(UUID.fromString(id), false, "Too late."))
                .hasMessage("This has been answered already.");
        pass(Duration.ofDays(11));
        assertThat(state()).isEqualTo(Dispatch.State.RUNNING);
        assertThat(dispatches.steps(UUID.fromString(id)))
                .extracting(Journal.Entry::event)
                .containsExactly("Adviser requested", "Adviser assigned", "Host confirmed", "Term began");
    }

    @Test
    void aHostThatSaysNoSaysWhyAndAManagerDecidesAnew() {
        desk.complete(id, DECIDE_DISPATCH, Map.of("approved", "true", "adviser", adviser));
        assertThatThrownBy(() -> dispatches.answer(UUID.fromString(id), false, " "))
                .hasMessage("Say why, so that another adviser can be found.");
        dispatches.answer(UUID.fromString(id), false, "We look for somebody in bio.");
        assertThat(desk.open(id)).containsExactly(DECIDE_DISPATCH);
        assertThat(desk.facts(desk.task(id, DECIDE_DISPATCH)).toString()).contains("We look for somebody in bio.");
    }

    @Test
    void advisersWhoMeetTheWishesAreOfferedFirst() {
        assertThat(desk.facts(desk.task(id, DECIDE_DISPATCH))
                        .prop("advisers")
                        .elements()
                        .get(0)
                        .prop("label")
                        .stringValue())
                .contains("meets 2 of 2 wishes");
    }

    private Dispatch request(UUID host) {
        return dispatches.request(new Dispatches.Request(
                host,
                null,
                Adviser.Kind.PATENT_LICENSING,
                "Licensing of our patents",
                Set.of(TechnologyField.BIOTECHNOLOGY),
                Set.of("ja"),
                first,
                first.plusYears(1)));
    }

    private UUID host(OrganisationType type) {
        return organisations
                .saveAndFlush(new Organisation(
                        "test",
                        UUID.randomUUID().toString(),
                        new Organisation.Profile(
                                "Host of Nagano", null, type, Prefecture.NAGANO, null, null, null, null)))
                .id();
    }

    private void pass(Duration time) {
        EngineTime.pass(time);
        desk.runDueJobs(id);
    }

    private Dispatch.State state() {
        return dispatches.of(UUID.fromString(id)).state();
    }

    private Adviser adviser() {
        return advisers.findById(adviser).orElseThrow();
    }
}
