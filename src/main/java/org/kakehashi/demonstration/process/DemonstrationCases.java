package org.kakehashi.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings each invented case to its stage, task by task, as its people would. */
@Component
@Profile("demonstration")
class DemonstrationCases {

    /** The task at which a case of the stage rests; absent where it runs to its end. */
    private static final Map<String, String> REST_AT = Map.ofEntries(
            Map.entry("CONFIRM_MATCH", "Task_ConfirmMatch"),
            Map.entry("SUMMARY", "Task_PrepareSummary"),
            Map.entry("CONSENT", "Task_RecordConsent"),
            Map.entry("NDA", "Task_RecordNda"),
            Map.entry("EXPORT_SCREENING", "Task_ScreenExport"),
            Map.entry("TECHNICAL_MEETING", "Task_HoldTechnicalMeeting"),
            Map.entry("EVALUATION", "Task_RecordEvaluationResult"),
            Map.entry("OFFER", "Task_DraftOffer"),
            Map.entry("COUNTER_OFFER", "Task_AnswerOffer"),
            Map.entry("MEDIATION", "Task_Mediate"),
            Map.entry("LEGAL_CLEARANCE", "Task_AssessTerms"),
            Map.entry("APPROVAL", "Task_ApproveTerms"),
            Map.entry("DRAFTING", "Task_DraftContract"),
            Map.entry("SIGNING", "Task_RecordSignature"),
            Map.entry("PATENT_OFFICE", "Task_RecordReceipt"),
            Map.entry("REPORT", "Task_ReportConclusion"));

    private static final Set<String> COUNTERED = Set.of("COUNTER_OFFER", "MEDIATION");

    private final RuntimeService processes;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final DemonstrationPerson person;
    private final Clock clock;

    DemonstrationCases(
            RuntimeService processes,
            TaskService tasks,
            ManagementService jobs,
            DemonstrationPerson person,
            Clock clock) {
        this.processes = processes;
        this.tasks = tasks;
        this.jobs = jobs;
        this.person = person;
        this.clock = clock;
    }

    /** Starts the technology transfer of a record and completes its tasks up to the given one, or until none is left. */
    void runRecord(String origin, String number, String restAt) {
        String variable = origin.equals("SEED") ? "seedNumber" : "needNumber";
        processes.startProcessInstanceByKey("technology-transfer", number, Map.of("origin", origin, variable, number));
        drive(number, restAt, Map.of());
    }

    /** Runs one case from an introduction to its stage. */
    void runCase(JsonNode wanted, String seed, String need) {
        String stage = wanted.path("stage").asText();
        ProcessInstance transfer = processes.startProcessInstanceByKey(
                "technology-transfer", Map.of("origin", "INTRODUCTION", "seedNumber", seed, "needNumber", need));
        runDueJobs(List.of(transfer.getId()));
        ProcessInstance licensingCase = processes
                .createProcessInstanceQuery()
                .superProcessInstanceId(transfer.getId())
                .singleResult();
        drive(licensingCase.getBusinessKey(), REST_AT.getOrDefault(stage, ""), entries(wanted));
    }

    /** A question is taken as far as this answer of its adviser takes it. */
    void runQuestion(String number, Map<String, Object> answer) {
        drive(number, "", Map.of("Task_AnswerQuestion", new ArrayDeque<>(List.of(answer))));
    }

    private void drive(String businessKey, String restAt, Map<String, Deque<Map<String, Object>>> entries) {
        for (int step = 0; step < 60; step++) {
            runDueJobs(instances(businessKey));
            Optional<Task> next = tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .orderByTaskCreateTime()
                    .asc()
                    .list()
                    .stream()
                    .filter(task -> !task.getTaskDefinitionKey().equals(restAt))
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            Deque<Map<String, Object>> prepared =
                    entries.getOrDefault(next.get().getTaskDefinitionKey(), new ArrayDeque<>());
            person.complete(
                    next.get(), prepared.isEmpty() ? usual(next.get().getTaskDefinitionKey()) : prepared.poll());
        }
        throw new IllegalStateException(businessKey + " does not come to rest at " + restAt);
    }

    private List<String> instances(String businessKey) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    /** The job executor sleeps until the application is ready, so the jobs are run here. */
    private void runDueJobs(List<String> instances) {
        for (String instance : instances) {
            List<Job> due = jobs.createJobQuery()
                    .processInstanceId(instance)
                    .executable()
                    .messages()
                    .list();
            while (!due.isEmpty()) {
                due.forEach(job -> jobs.executeJob(job.getId()));
                due = jobs.createJobQuery()
                        .processInstanceId(instance)
                        .executable()
                        .messages()
                        .list();
            }
        }
    }

    /** What people enter where a case says nothing of its own. */
    private Map<String, Object> usual(String task) {
        LocalDate today = LocalDate.now(clock);
        return switch (task) {
            case "Task_CheckRegistration" -> Map.of("result", "COMPLETE");
            case "Task_EvaluateSeed" ->
                Map.of(
                        "legalStatus", 4,
                        "market", 3,
                        "maturity", 3,
                        "licensability", 4,
                        "comment", "In force, with a clear use and an owner who wants to license.",
                        "verdict", "LICENSABLE");
            case "Task_AcknowledgeNeed" -> Map.of("hearingOn", today.plusDays(7).toString());
            case "Task_HearNeed" -> Map.of("decision", "OPEN");
            case "Task_ConsentSameAdviser" ->
                Map.of("consents", true, "reason", "Both companies know the adviser and agree.");
            case "Task_ConfirmMatch" -> Map.of("confirmed", true);
            case "Task_PrepareSummary" -> Map.of("summary", "A patented technology that answers the company's need.");
            case "Task_RecordConsent" -> Map.of("consents", true);
            case "Task_PrepareNda" -> Map.of("purpose", "Judging the technology", "months", 12, "tailMonths", 36);
            case "Task_RecordNda" -> Map.of("signed", true);
            case "Task_ScreenExport" ->
                Map.of(
                        "disclosure", "PUBLISHED_ONLY",
                        "recipient", "DOMESTIC",
                        "listed", false,
                        "concern", false,
                        "note", "Only the published specification is discussed.");
            case "Task_HoldTechnicalMeeting" ->
                Map.of(
                        "heldOn",
                        today.toString(),
                        "participants",
                        "Two engineers of each company, both advisers",
                        "minutes",
                        "The licensee has understood the process and asks for terms.",
                        "evaluationWanted",
                        false);
            case "Task_AgreeEvaluation" ->
                Map.of(
                        "kind", "EVALUATION",
                        "subject", "Samples on the licensee's own line",
                        "until", today.plusDays(60).toString());
            case "Task_RecordEvaluationResult" ->
                Map.of("result", "SUITABLE", "findings", "The samples did what they should.");
            case "Task_DraftOffer" ->
                Map.of(
                        "terms",
                        Map.of(
                                "fieldOfUse", "All fields",
                                "termYears", 10,
                                "upfrontYen", 1_000_000,
                                "royaltyPercent", 3,
                                "minimumAnnualYen", 0));
            case "Task_AnswerOffer" -> Map.of("decision", "ACCEPT");
            case "Task_Mediate" -> Map.of("suggestion", "Meet in the middle of the royalty and keep the minimum low.");
            case "Task_DecideContinuation" -> Map.of("goesOn", true);
            case "Task_ApproveTerms" -> Map.of("approved", true);
            case "Task_JustifyTerms" -> Map.of("justified", true, "reason", "Usual in this trade and short in time.");
            case "Task_RecordCoOwnerConsent" -> Map.of("consents", true, "note", "Consents by letter.");
            case "Task_RecordFundingApproval" ->
                Map.of("approves", true, "note", "Approval 2026-77 of the funding agency.");
            case "Task_DraftContract" -> Map.of("document", 1, "note", "");
            case "Task_ReviewDraft" -> Map.of("verdict", "APPROVED");
            case "Task_RecordSignature" -> Map.of("signed", true, "signatory", "Head of intellectual property");
            case "Task_FileRegistration" -> Map.of("filedOn", today.toString(), "stampDutyPaid", true);
            case "Task_RecordReceipt" -> Map.of("receiptNumber", "2026-990001", "receivedOn", today.toString());
            case "Task_ReportConclusion" -> Map.of("report", "Found by the network, agreed in two rounds.");
            case "Task_ConfirmConclusion" -> Map.of("counts", true);
            default -> Map.of();
        };
    }

    private Map<String, Deque<Map<String, Object>>> entries(JsonNode wanted) {
        Map<String, Deque<Map<String, Object>>> entries = new HashMap<>();
        String stage = wanted.path("stage").asText();
        entries.put(
                "Task_PrepareSummary",
                new ArrayDeque<>(
                        List.of(Map.of("summary", wanted.path("summary").asText()))));
        if (stage.equals("EVALUATION")) {
            Map<String, Object> meeting = new HashMap<>(usual("Task_HoldTechnicalMeeting"));
            meeting.put("evaluationWanted", true);
            entries.put("Task_HoldTechnicalMeeting", new ArrayDeque<>(List.of(meeting)));
        }
        JsonNode offer = wanted.path("offer");
        if (offer.isObject()) {
            entries.put(
                    "Task_DraftOffer",
                    new ArrayDeque<>(List.of(Map.of("terms", terms(offer, "0"), "comment", "Our first offer."))));
            List<Map<String, Object>> answers = new ArrayList<>();
            if (COUNTERED.contains(stage)) {
                int rounds = stage.equals("MEDIATION") ? 3 : 1;
                for (int round = 1; round <= rounds; round++) {
                    answers.add(Map.of(
                            "decision",
                            "COUNTER",
                            "terms",
                            terms(offer, "-0." + round),
                            "comment",
                            "The royalty is high for this market."));
                }
            }
            if (stage.equals("DECLINED")) {
                answers.add(Map.of(
                        "decision", "REJECT",
                        "outcome", wanted.path("outcome").asText("DECLINED_PRICE"),
                        "reason", wanted.path("reason").asText()));
            }
            entries.put("Task_AnswerOffer", new ArrayDeque<>(answers));
        } else if (stage.equals("DECLINED")) {
            entries.put(
                    "Task_RecordConsent",
                    new ArrayDeque<>(List.of(Map.of(
                            "consents", false,
                            "outcome", wanted.path("outcome").asText("DECLINED_FIT"),
                            "reason", wanted.path("reason").asText()))));
        }
        return entries;
    }

    private Map<String, Object> terms(JsonNode offer, String royaltyChange) {
        return Map.of(
                "licenceKind", offer.path("licenceKind").asText(),
                "fieldOfUse", offer.path("fieldOfUse").asText(),
                "territory", "Japan",
                "termYears", offer.path("termYears").asInt(10),
                "royaltyPercent",
                        new BigDecimal(offer.path("royaltyPercent").asText("3.0")).add(new BigDecimal(royaltyChange)),
                "minimumAnnualYen", offer.path("minimumAnnualYen").asLong(),
                "upfrontYen", offer.path("upfrontYen").asLong(),
                "milestones", milestones(offer.path("milestones")));
    }

    /** One to a line, each with a day counted from today. */
    private String milestones(JsonNode milestones) {
        return StreamSupport.stream(milestones.spliterator(), false)
                .map(milestone ->
                        LocalDate.now(clock).plusDays(milestone.path("inDays").asInt()) + " "
                                + milestone.path("what").asText())
                .collect(Collectors.joining("\n"));
    }
}
