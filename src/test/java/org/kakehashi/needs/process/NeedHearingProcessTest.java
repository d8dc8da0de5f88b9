package org.kakehashi.needs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.needs.Needs;
import org.kakehashi.needs.process.NeedHearingProcess.Elements;
import org.kakehashi.needs.process.NeedHearingProcess.Variables;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class NeedHearingProcessTest {

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Desk desk;

    @Autowired
    Needs needs;

    @Autowired
    NeedFixture fixture;

    @Test
    void aNeedIsAcknowledgedHeardAndOpened() {
        String need = begin();
        desk.complete(need, Elements.ACKNOWLEDGE_NEED, Map.of("hearingOn", "2035-04-10"));
        assertThat(needs.numbered(need).status()).isEqualTo(Need.Status.ACKNOWLEDGED);
        desk.complete(need, Elements.HEAR_NEED, heard(Map.of("decision", "OPEN", "budgetYen", 5_000_000)));
        Need opened = needs.numbered(need);
        assertThat(opened.status()).isEqualTo(Need.Status.OPEN);
        assertThat(opened.content().budgetYen()).isEqualTo(5_000_000L);
        assertThat(running(need)).isZero();
    }

    @Test
    void aNeedIsClosedWithItsReason() {
        String need = begin();
        desk.complete(need, Elements.ACKNOWLEDGE_NEED, Map.of("hearingOn", "2035-04-10"));
        assertThatThrownBy(() -> desk.complete(need, Elements.HEAR_NEED, heard(Map.of("decision", "CLOSE"))))
                .hasMessageContaining("Say why the need is closed.");
        desk.complete(need, Elements.HEAR_NEED, heard(Map.of("decision", "CLOSE", "reason", "Solved in house.")));
        assertThat(needs.numbered(need).status()).isEqualTo(Need.Status.CLOSED);
        assertThat(needs.numbered(need).statusReason()).isEqualTo("Solved in house.");
        assertThat(running(need)).isZero();
    }

    @Test
    void anOverdueHearingGoesToTheManagers() {
        String need = begin();
        desk.complete(need, Elements.ACKNOWLEDGE_NEED, Map.of("hearingOn", "2035-04-10"));
        EngineTime.pass(Duration.ofDays(45));
        desk.runDueJobs(need);
        assertThat(tasks.getIdentityLinksForTask(
                        desk.task(need, Elements.HEAR_NEED).getId()))
                .anyMatch(link -> "managers".equals(link.getGroupId()));
    }

    @Test
    void aHearingInThePastAndAnUnreadableDateAreRefused() {
        String need = begin();
        assertThatThrownBy(() -> desk.complete(need, Elements.ACKNOWLEDGE_NEED, Map.of("hearingOn", "2001-01-01")))
                .hasMessageContaining("cannot lie in the past");
        assertThatThrownBy(() -> desk.complete(need, Elements.ACKNOWLEDGE_NEED, Map.of("hearingOn", "tomorrow")))
                .hasMessageContaining("tomorrow");
        assertThat(desk.open(need)).containsExactly(Elements.ACKNOWLEDGE_NEED);
    }

    @Test
    void anIpcSymbolThatIsNoneIsExplained() {
        String need = begin();
        desk.complete(need, Elements.ACKNOWLEDGE_NEED, Map.of("hearingOn", "2035-04-10"));
        assertThatThrownBy(() -> desk.complete(
                        need, Elements.HEAR_NEED, heard(Map.of("decision", "OPEN", "ipc", "H01M 10/0562; battery"))))
                .hasMessageContaining("\"battery\" is not an IPC symbol");
    }

    private String begin() {
        String need = fixture.received();
        processes.startProcessInstanceByKey(
                NeedHearingProcess.KEY,
                need,
                Map.of(Variables.NEED_NUMBER, need, Variables.RECORD_ADVISER, "adviser-28"));
        return need;
    }

    private static Map<String, Object> heard(Map<String, ?> more) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "title",
                "Safe power cell",
                "problem",
                "A cell that cannot leak.",
                "specification",
                "",
                "nameMayBeShown",
                true));
        answer.putAll(more);
        return answer;
    }

    private long running(String need) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(need)
                .count();
    }
}
