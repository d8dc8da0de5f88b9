package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.process.EvaluationProcess.Elements.AGREE_EVALUATION;
import static org.kakehashi.negotiation.process.EvaluationProcess.Elements.RECORD_EVALUATION_RESULT;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class EvaluationProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    StageHost host;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    LicensingCase licensingCase;
    String number;
    LocalDate end;

    @BeforeEach
    void agreeOnTwoMonths() {
        licensingCase = fixture.open();
        number = licensingCase.number();
        end = LocalDate.now(clock).plusDays(60);
        host.begin(EvaluationProcess.KEY, licensingCase, null);
        assertThatThrownBy(() -> agree(LocalDate.now(clock)))
                .hasRootCauseMessage("The evaluation must end after today, " + LocalDate.now(clock) + ".");
        agree(end);
    }

    @Test
    void aSuitableTechnologyLeadsToTheTerms() {
        result("SUITABLE", Map.of());
        assertThat(host.isOver(licensingCase)).isTrue();
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    @Test
    void anUnsuitableTechnologyEndsTheCase() {
        result("NOT_SUITABLE", Map.of());
        assertThat(host.isOver(licensingCase)).isTrue();
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.DECLINED_FIT);
        assertThat(cases.of(number).outcomeReason()).isEqualTo("The evaluation says: Tried on 200 lenses.");
    }

    @Test
    void theEvaluationIsExtendedOnceAndNotTwice() {
        assertThatThrownBy(() -> result("EXTENDED", Map.of()))
                .hasRootCauseMessage("Extended until: give the new end of the evaluation.");
        assertThatThrownBy(() -> result("EXTENDED", Map.of("extendedUntil", end.toString())))
                .hasRootCauseMessage("The new end must be later than " + end + ".");
        result("EXTENDED", Map.of("extendedUntil", end.plusDays(30).toString()));
        assertThat(desk.facts(desk.task(number, RECORD_EVALUATION_RESULT))
                        .prop("until")
                        .stringValue())
                .isEqualTo(end.plusDays(30).toString());
        assertThatThrownBy(() -> result(
                        "EXTENDED", Map.of("extendedUntil", end.plusDays(60).toString())))
                .hasRootCauseMessage(
                        "The evaluation was extended once already: say whether the technology is suitable.");
        result("SUITABLE", Map.of());
        assertThat(host.isOver(licensingCase)).isTrue();
    }

    @Test
    void theAdviserIsWarnedBeforeTheEndAndAtTheEndAManagerTakesItUp() {
        EngineTime.pass(Duration.ofDays(47));
        desk.runDueJobs(number);
        assertThat(desk.task(number, RECORD_EVALUATION_RESULT).getPriority()).isEqualTo(Escalation.REMINDED);
        EngineTime.pass(Duration.ofDays(14));
        desk.runDueJobs(number);
        var task = desk.task(number, RECORD_EVALUATION_RESULT);
        assertThat(task.getPriority()).isEqualTo(Escalation.OVERDUE);
        assertThat(tasks.getIdentityLinksForTask(task.getId())).anyMatch(link -> "managers".equals(link.getGroupId()));
    }

    private void agree(LocalDate until) {
        desk.complete(
                number,
                AGREE_EVALUATION,
                Map.of("kind", "EVALUATION", "subject", "The coating on 200 lenses", "until", until.toString()));
    }

    private void result(String result, Map<String, String> more) {
        Map<String, String> answer = new HashMap<>(more);
        answer.put("result", result);
        answer.put("findings", "Tried on 200 lenses.");
        desk.complete(number, RECORD_EVALUATION_RESULT, answer);
    }
}
