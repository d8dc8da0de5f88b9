package org.kakehashi.contract.process;

import static org.kakehashi.contract.AgreedCases.LICENSEE_ADVISER;
import static org.kakehashi.contract.AgreedCases.LICENSOR_ADVISER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.kakehashi.Desk;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermsFixture;
import org.kakehashi.negotiation.process.ApprovalProcess;
import org.kakehashi.negotiation.process.ConfidentialityProcess;
import org.kakehashi.negotiation.process.EvaluationProcess;
import org.kakehashi.negotiation.process.IntroductionProcess;
import org.kakehashi.negotiation.process.LicensingCaseProcess;
import org.kakehashi.negotiation.process.TermNegotiationProcess;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.springframework.stereotype.Component;

/** A whole licensing case, from the accepted match on, carried from stage to stage by those who work on it. */
@Component
class CaseJourney {

    static final Map<String, String> SIGNED = Map.of("signed", "true", "signatory", "President Mizuno");

    private static final Set<String> MANAGERS = Set.of("manager-1", "manager-2", "manager-3");

    private final RuntimeService processes;
    private final Desk desk;
    private final ContractDesk people;
    private final CaseFixture fixture;
    private final LicensingCases cases;
    private final Advisers advisers;
    private final Clock clock;

    CaseJourney(
            RuntimeService processes,
            Desk desk,
            ContractDesk people,
            CaseFixture fixture,
            LicensingCases cases,
            Advisers advisers,
            Clock clock) {
        this.processes = processes;
        this.desk = desk;
        this.people = people;
        this.fixture = fixture;
        this.cases = cases;
        this.advisers = advisers;
        this.clock = clock;
    }

    /** A case on the seed that has come to its introduction. */
    String begin(String seed) {
        engage(LICENSOR_ADVISER, "JP-17");
        engage(LICENSEE_ADVISER, "JP-28");
        LicensingCase opened = fixture.openOn(seed, null);
        processes.startProcessInstanceByKey(
                LicensingCaseProcess.KEY,
                opened.number(),
                Map.of(
                        LicensingCaseProcess.Variables.CASE_NUMBER, opened.number(),
                        LicensingCaseProcess.Variables.SEED_NUMBER, opened.seedNumber(),
                        LicensingCaseProcess.Variables.NEED_NUMBER, opened.needNumber()));
        desk.runDueJobs(opened.number());
        return opened.number();
    }

    /** Carries the case on to the stage, with a licence that needs no patent office. */
    void bring(String number, Stage stage) {
        while (cases.of(number).stage() != stage) {
            pass(number);
        }
    }

    private void pass(String number) {
        switch (cases.of(number).stage()) {
            case INTRODUCTION -> introduce(number);
            case CONFIDENTIALITY -> keepSecrets(number);
            case EVALUATION -> evaluate(number);
            case TERMS -> agree(number, LicenceKind.NON_EXCLUSIVE);
            case CLEARANCE -> assess(number, List.of());
            case APPROVAL -> approve(number);
            case SIGNING -> {
                draft(number);
                people.tasks(number, ContractSigningProcess.Elements.RECORD_SIGNATURE)
                        .forEach(task -> people.as(task.getAssignee(), task, SIGNED));
            }
            case REGISTRATION -> register(number);
            case REPORT -> conclude(number);
            case MATCHED, ENDED ->
                throw new AssertionError(number + " is " + cases.of(number).stage());
        }
    }

    private void introduce(String number) {
        desk.complete(number, IntroductionProcess.Elements.PREPARE_SUMMARY, Map.of("summary", "A sheet."));
        all(number, IntroductionProcess.Elements.RECORD_CONSENT, Map.of("consents", "true"));
    }

    private void keepSecrets(String number) {
        prepareNda(number);
        all(number, ConfidentialityProcess.Elements.RECORD_NDA, Map.of("signed", "true"));
        screen(number, "false");
        desk.complete(
                number,
                ConfidentialityProcess.Elements.HOLD_TECHNICAL_MEETING,
                Map.of(
                        "heldOn", today(),
                        "participants", "Both",
                        "minutes", "Shown.",
                        "evaluationWanted", "true"));
    }

    void prepareNda(String number) {
        desk.complete(
                number,
                ConfidentialityProcess.Elements.PREPARE_NDA,
                Map.of("purpose", "To judge", "months", 12, "tailMonths", 36));
    }

    void screen(String number, String concern) {
        desk.complete(
                number,
                ConfidentialityProcess.Elements.SCREEN_EXPORT,
                Map.of(
                        "disclosure", "KNOW_HOW",
                        "recipient", "DOMESTIC",
                        "listed", "false",
                        "concern", concern,
                        "note", "Item 10."));
    }

    private void evaluate(String number) {
        desk.complete(
                number,
                EvaluationProcess.Elements.AGREE_EVALUATION,
                Map.of(
                        "kind",
                        "OPTION",
                        "subject",
                        "Ten sheets",
                        "until",
                        LocalDate.now(clock).plusDays(60).toString()));
        desk.complete(
                number,
                EvaluationProcess.Elements.RECORD_EVALUATION_RESULT,
                Map.of("result", "SUITABLE", "findings", "It holds 95 degrees."));
    }

    void offer(String number, LicenceKind kind) {
        people.as(
                LICENSOR_ADVISER,
                TermNegotiationProcess.Elements.DRAFT_OFFER,
                number,
                Map.of("terms", TermsFixture.entry(Map.of("licenceKind", kind.name())), "comment", "As usual"));
    }

    void agree(String number, LicenceKind kind) {
        offer(number, kind);
        people.as(LICENSEE_ADVISER, TermNegotiationProcess.Elements.ANSWER_OFFER, number, Map.of("decision", "ACCEPT"));
    }

    void assess(String number, List<String> restraints) {
        people.as("lawyer-1", LegalClearanceProcess.Elements.ASSESS_TERMS, number, Map.of("restraints", restraints));
    }

    private void approve(String number) {
        for (String manager : MANAGERS) {
            people.tasks(number, ApprovalProcess.Elements.APPROVE_TERMS).stream()
                    .findFirst()
                    .ifPresent(task -> people.as(manager, task, Map.of("approved", "true")));
        }
    }

    void draft(String number) {
        people.as("lawyer-1", ContractSigningProcess.Elements.DRAFT_CONTRACT, number, Map.of("document", 1));
        people.as("lawyer-2", ContractSigningProcess.Elements.REVIEW_DRAFT, number, Map.of("verdict", "APPROVED"));
    }

    private void register(String number) {
        people.as("registrar-1", ContractSigningProcess.Elements.FILE_REGISTRATION, number, Map.of("filedOn", today()));
        people.as(
                "registrar-1",
                ContractSigningProcess.Elements.RECORD_RECEIPT,
                number,
                Map.of("receiptNumber", "2026-7731", "receivedOn", today()));
    }

    private void conclude(String number) {
        people.as(
                LICENSEE_ADVISER,
                ContractSigningProcess.Elements.REPORT_CONCLUSION,
                number,
                Map.of("report", "Met at the business market."));
        people.as("manager-1", ContractSigningProcess.Elements.CONFIRM_CONCLUSION, number, Map.of("counts", "true"));
    }

    /** Gives the same answer for both sides. */
    private void all(String number, String element, Map<String, ?> answer) {
        for (Task task : people.tasks(number, element)) {
            desk.complete(task, answer);
        }
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private void engage(String user, String prefecture) {
        if (!advisers.existsById(user)) {
            advisers.saveAndFlush(new Adviser(
                    user,
                    new Adviser.Profile(
                            user,
                            null,
                            user + "@example.jp",
                            Prefecture.of(prefecture),
                            "Host",
                            Set.of(),
                            Set.of("en", "ja"))));
        }
    }
}
