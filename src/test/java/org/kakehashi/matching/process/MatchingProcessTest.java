package org.kakehashi.matching.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matches;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Records;
import org.kakehashi.matching.process.MatchingProcess.Elements;
import org.kakehashi.matching.process.MatchingProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.DeclineReason;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class MatchingProcessTest {

    private static final String REVIEW = Elements.REVIEW_SHORTLIST;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Desk desk;

    @Autowired
    Records records;

    @Autowired
    Matching matching;

    @Autowired
    Matches matches;

    @Autowired
    Journal journal;

    @BeforeEach
    void useEngine() {
        init(engine);
    }

    @Test
    void endsAtOnceWhereThereAreNoCandidates() {
        String need = records.need("Xylophagy", "Zzyzva weevils bore holes into antique xylotheques.");

        ProcessInstance process = start(need);

        assertThat(process).isEnded().hasPassed(Elements.NO_CANDIDATES);
        assertThat(matches.hasProposed(need)).isFalse();
    }

    @Test
    void anAcceptedMatchEndsTheReview() {
        String seed = records.seed("Amber varnish", "A varnish of dissolved amber protects violins from sweat.");
        String other = records.seed("Violin rack", "A rack holds violins during drying of varnish or amber oil.");
        String need = records.need("Violin care", "Sweat attacks violins; a varnish, perhaps of amber, shall protect.");
        ProcessInstance process = start(need);
        assertThat(process).isWaitingAt(REVIEW).task().isAssignedTo("adviser-13");

        answer(need, seed, "ACCEPT", null, null);

        assertThat(process).isEnded().hasPassed(Elements.MATCH_ACCEPTED);
        assertThat(match(seed, need).status()).isEqualTo(Match.Status.ACCEPTED);
        assertThat(match(other, need).status()).isEqualTo(Match.Status.PROPOSED);
        assertThat(journal.of(seed))
                .anySatisfy(entry -> assertThat(entry.event()).isEqualTo("Match accepted"));
    }

    @Test
    void allDeclinedWithReasonsEndsWithoutMatch() {
        String seed = records.seed("Moss roof", "Moss mats on tin roofs dampen the noise of hail.");
        String need = records.need("Hail noise", "Hail on tin roofs makes noise; mats of moss might dampen it.");
        ProcessInstance process = start(need);

        answer(need, seed, "DECLINE", "OTHER", "The roof cannot bear it");

        assertThat(process).isEnded().hasPassed(Elements.NO_MATCH_ACCEPTED);
        Match match = match(seed, need);
        assertThat(match.status()).isEqualTo(Match.Status.DECLINED);
        assertThat(match.declineReason()).isEqualTo(DeclineReason.OTHER);
        assertThat(match.declineText()).isEqualTo("The roof cannot bear it");
        assertThat(start(need)).isEnded().hasPassed(Elements.NO_CANDIDATES);
    }

    @Test
    void whatIsLeftForLaterIsShownAgain() {
        String seed = records.seed("Sake lees soap", "A soap made of sake lees softens hands of dyers.");
        String need = records.need("Dyers' hands", "Dyers need a soap, maybe of sake lees, that softens their hands.");
        ProcessInstance process = start(need);

        answer(need, seed, "LATER", null, null);

        assertThat(process).isEnded().hasPassed(Elements.NO_MATCH_ACCEPTED);
        assertThat(start(need)).isWaitingAt(REVIEW);
    }

    @Test
    void theFormShowsTheRecordAndWhyEachCandidateFits() {
        String seed = records.seed("Cicada trap", "A trap lures cicadas by a tuned sound at dusk.");
        records.waitUntilTheNewsIsRound(seed);
        String need = records.need("Cicadas", "Cicadas damage orchards; a trap with sound may lure them at dusk.");
        records.waitUntilTheNewsIsRound(need);
        start(need);

        SpinJsonNode facts = desk.facts(desk.task(need, REVIEW));

        assertThat(facts.prop("title").stringValue()).isEqualTo("Cicadas");
        SpinJsonNode row = facts.prop("candidates").elements().get(0);
        assertThat(row.prop("title").stringValue()).isEqualTo("Cicada trap (" + seed + ")");
        assertThat(row.prop("fit").stringValue()).isEqualTo("High");
        assertThat(row.prop("why").stringValue()).contains("Shared words:", "cicadas");
        assertThat(draft(need)).hasSize(1).allSatisfy(decision -> assertThat(decision.get("decision"))
                .isEqualTo("LATER"));
    }

    @Test
    void aDeclineWithoutReasonCompletesNothing() {
        String seed = records.seed("Tea whisk", "A whisk of split bamboo froths powdered tea evenly.");
        String need = records.need("Tea froth", "Powdered tea froths unevenly; a better bamboo whisk is wanted.");
        ProcessInstance process = start(need);

        assertThatThrownBy(() -> answer(need, seed, "DECLINE", null, null))
                .hasMessageContaining("Choose a reason for declining");

        assertThat(process).isWaitingAt(REVIEW);
        assertThat(match(seed, need).status()).isEqualTo(Match.Status.PROPOSED);
    }

    @Test
    void aWrongRowAmongRightOnesDecidesNone() {
        String first = records.seed("Loom sensor", "A sensor detects broken warp threads on a loom by light.");
        String second = records.seed("Loom brake", "A brake stops the loom when warp threads break.");
        String need = records.need("Loom", "Broken warp threads on our loom shall be detected and the loom stopped.");
        ProcessInstance process = start(need);
        List<Map<String, Object>> decisions = draft(need);
        decide(decisions, match(first, need), "ACCEPT", null, null);
        decide(decisions, match(second, need), "DECLINE", "OTHER", "");

        assertThatThrownBy(() -> desk.complete(need, REVIEW, Map.of("decisions", decisions)))
                .hasMessageContaining("as the reason is \"other\"");

        assertThat(process).isWaitingAt(REVIEW);
        assertThat(match(first, need).status()).isEqualTo(Match.Status.PROPOSED);
    }

    @Test
    void aListThatLostRowsIsRefused() {
        records.seed("Oyster raft", "A raft of cedar carries oyster ropes through typhoons.");
        records.seed("Oyster rope", "A rope for oyster rafts survives typhoons and mussels.");
        String need = records.need("Oysters", "Typhoons break our oyster rafts and ropes; sturdier ones are wanted.");
        ProcessInstance process = start(need);
        List<Map<String, Object>> decisions = draft(need);

        assertThatThrownBy(() -> desk.complete(need, REVIEW, Map.of("decisions", decisions.subList(0, 1))))
                .hasMessageContaining("did not arrive");
        assertThatThrownBy(() -> desk.complete(need, REVIEW, Map.of()))
                .hasMessageContaining("must have a row for each candidate");

        assertThat(process).isWaitingAt(REVIEW);
    }

    @Test
    void aMatchThatIsNotOnTheListIsRefused() {
        String seed = records.seed("Lacquer tree", "A lacquer tree hybrid yields sap twice a year.");
        String need = records.need("Lacquer", "Sap of the lacquer tree is scarce; a tree that yields twice is wanted.");
        String otherNeed = records.need("Sap", "We buy sap of the lacquer tree, a hybrid that yields twice a year.");
        matching.propose(otherNeed);
        start(need);
        List<Map<String, Object>> decisions = draft(need);
        decisions.get(0).put("matchNumber", match(seed, otherNeed).number());

        assertThatThrownBy(() -> desk.complete(need, REVIEW, Map.of("decisions", decisions)))
                .hasMessageContaining("is not on this shortlist");
    }

    @Test
    void aMatchThatTheOtherSideAcceptedMeanwhileCountsAsAccepted() {
        String seed = records.seed("Kite camera", "A camera hung below a kite surveys salt pans.");
        String need = records.need("Salt pans", "Salt pans shall be surveyed by camera, from a kite if need be.");
        ProcessInstance process = start(need);
        matching.accept(match(seed, need).number(), "adviser-27");

        answer(need, seed, "LATER", null, null);

        assertThat(process).isEnded().hasPassed(Elements.MATCH_ACCEPTED);
    }

    @Test
    void remindsThenEscalatesToTheManagers() {
        String seed = records.seed("Bonito dryer", "A dryer smokes bonito with infrared light instead of oak.");
        String need = records.need("Bonito", "Smoking bonito over oak is slow; an infrared dryer is wanted.");
        ProcessInstance process = start(need);

        EngineTime.pass(Duration.ofDays(19));
        desk.runDueJobs(need);
        assertThat(process).hasPassed("Task_RemindReviewer").isWaitingAt(REVIEW);
        assertThat(desk.task(need, REVIEW).getPriority()).isEqualTo(Escalation.REMINDED);

        EngineTime.pass(Duration.ofDays(14));
        desk.runDueJobs(need);
        assertThat(process).hasPassed("Task_EscalateReview").isWaitingAt(REVIEW);
        assertThat(desk.task(need, REVIEW).getPriority()).isEqualTo(Escalation.OVERDUE);
        assertThat(tasks.getIdentityLinksForTask(desk.task(need, REVIEW).getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("managers");
        assertThat(journal.of(need))
                .extracting(Journal.Entry::event)
                .contains("Reminder: review the shortlist", "Escalation: the shortlist is overdue");
        answer(need, seed, "ACCEPT", null, null);
        assertThat(process).isEnded();
    }

    private ProcessInstance start(String recordNumber) {
        ProcessInstance process = processes.startProcessInstanceByKey(
                MatchingProcess.KEY,
                recordNumber,
                Map.of(Variables.RECORD_NUMBER, recordNumber, Variables.RECORD_ADVISER, "adviser-13"));
        desk.runDueJobs(recordNumber);
        return process;
    }

    private Match match(String seed, String need) {
        return matches.findBySeedNumberAndNeedNumber(seed, need).orElseThrow();
    }

    /** One decision as given, the others left for later. */
    private void answer(String need, String seed, String choice, @Nullable String reason, @Nullable String text) {
        List<Map<String, Object>> decisions = draft(need);
        decide(decisions, match(seed, need), choice, reason, text);
        desk.complete(need, REVIEW, Map.of("decisions", decisions));
    }

    private static void decide(
            List<Map<String, Object>> decisions,
            Match match,
            String choice,
            @Nullable String reason,
            @Nullable String text) {
        decisions.stream()
                .filter(decision -> match.number().equals(decision.get("matchNumber")))
                .forEach(decision -> {
                    decision.put("decision", choice);
                    decision.put("reason", reason);
                    decision.put("text", text);
                });
    }

    /** The rows as the form shows them before anything is typed. */
    private List<Map<String, Object>> draft(String need) {
        SpinJsonNode answer =
                (SpinJsonNode) tasks.getVariableLocal(desk.task(need, REVIEW).getId(), UserTaskForm.ANSWER);
        List<Map<String, Object>> rows = new ArrayList<>();
        answer.prop("decisions").elements().forEach(row -> {
            Map<String, Object> decision = new HashMap<>();
            decision.put("matchNumber", row.prop("matchNumber").stringValue());
            decision.put("title", row.prop("title").stringValue());
            decision.put("decision", row.prop("decision").stringValue());
            rows.add(decision);
        });
        return rows;
    }
}
