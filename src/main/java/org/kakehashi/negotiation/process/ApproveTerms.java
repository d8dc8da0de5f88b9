package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Approval;
import org.kakehashi.negotiation.Approvals;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.OfferDesk;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.ApprovalProcess.Variables;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A manager who took no part in the terms approves them, or sends them back with a comment. */
@Component
class ApproveTerms extends TermsForm<ApproveTerms.Answer> {

    /** The terms, what they bring for certain, and who has decided on them or on earlier ones of the case. */
    record ApprovalFacts(
            @JsonUnwrapped TermsForm.Facts terms,
            String guaranteed,
            int required,
            String reason,
            List<Decision> decisions) {}

    /** A line of the table of decisions. */
    record Decision(int round, String approver, String at, String decision, String comment) {}

    record Answer(
            @NotNull(message = "approve or reject the terms")
            Boolean approved,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String comment,

            @Nullable Set<Clause> reopened) {}

    private final TermSheets sheets;
    private final Approvals approvals;
    private final CurrentUser user;
    private final Clock clock;

    ApproveTerms(
            CaseFacts facts,
            LicensingCases cases,
            TermSheets sheets,
            Approvals approvals,
            CurrentUser user,
            OfferDesk desk,
            Clock clock) {
        super(facts, cases, sheets, desk, clock);
        this.sheets = sheets;
        this.approvals = approvals;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    Stage stage() {
        return Stage.APPROVAL;
    }

    @Override
    Move moveOf(DelegateTask task) {
        return Move.PROGRAMME;
    }

    @Override
    public Object facts(DelegateTask task) {
        String caseNumber = caseNumber(task);
        return new ApprovalFacts(
                termFacts(task),
                String.format(
                        Locale.ROOT, "JPY %,.0f", sheets.agreed(caseNumber).guaranteedYen()),
                (int) task.getVariable(Variables.APPROVALS_REQUIRED),
                (String) task.getVariable(Variables.APPROVAL_REASON),
                approvals.of(caseNumber).stream().map(this::line).toList());
    }

    @Override
    public void handOver(DelegateTask task, String person) {
        if (!approvals.mayDecide(caseNumber(task), person)) {
            throw Refusal.invalid(person + " advises a party, took part in the rounds, or has decided on these terms"
                    + " already: choose another manager.");
        }
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String comment = StringUtils.defaultString(answer.comment());
        if (answer.approved()) {
            approvals.approve(caseNumber(task), user.name(), comment);
        } else {
            approvals.reject(
                    caseNumber(task), user.name(), comment, Objects.requireNonNullElse(answer.reopened(), Set.of()));
        }
        task.setVariable(Variables.APPROVED, answer.approved());
    }

    private Decision line(Approval approval) {
        return new Decision(
                approval.round(),
                approval.approver(),
                LocalDate.ofInstant(approval.at(), clock.getZone()).toString(),
                approval.approved() ? "Approved" : "Rejected",
                approval.comment());
    }
}
