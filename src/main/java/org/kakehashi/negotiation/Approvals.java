package org.kakehashi.negotiation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approvals of agreed terms, by four eyes: nobody approves who advises a party of the case or took part in its
 * rounds, and nobody twice.
 */
@Component
@Transactional
public class Approvals {

    private final ApprovalTable approvals;
    private final TermSheets sheets;
    private final LicensingCases cases;
    private final Journal journal;
    private final Clock clock;

    Approvals(ApprovalTable approvals, TermSheets sheets, LicensingCases cases, Journal journal, Clock clock) {
        this.approvals = approvals;
        this.sheets = sheets;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    public void approve(String caseNumber, String approver, String comment) {
        decide(caseNumber, approver, true, comment);
        journal.note(caseNumber, "Terms approved", comment.strip());
    }

    /**
     * Sends the terms back to the parties with the comment.
     *
     * @param reopened the clauses that they may change, all where there are none
     */
    public void reject(String caseNumber, String approver, String comment, Set<Clause> reopened) {
        decide(caseNumber, approver, false, comment);
        sheets.reopen(caseNumber, comment, reopened);
    }

    /** All decisions on the terms of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Approval> of(String caseNumber) {
        return approvals.findByCaseNumberOrderByAt(caseNumber);
    }

    /** Whether this person may decide on the agreed terms of a case. */
    @Transactional(readOnly = true)
    public boolean mayDecide(String caseNumber, String approver) {
        return barrier(sheets.of(caseNumber), approver).isEmpty();
    }

    private void decide(String caseNumber, String approver, boolean approved, String comment) {
        TermSheet sheet = sheets.of(caseNumber);
        sheet.agreed();
        int round = sheet.rounds().size();
        barrier(sheet, approver).ifPresent(sentence -> {
            throw Refusal.forbidden(sentence);
        });
        approvals.saveAndFlush(new Approval(caseNumber, round, approver, approved, comment, clock.instant()));
    }

    private Optional<String> barrier(TermSheet sheet, String approver) {
        LicensingCase licensingCase = cases.of(sheet.caseNumber());
        if (approver.equals(licensingCase.licensorAdviser()) || approver.equals(licensingCase.licenseeAdviser())) {
            return Optional.of("You advise a party of this case: somebody else approves its terms.");
        }
        boolean tookPart = sheet.rounds().stream()
                .anyMatch(round -> approver.equals(round.proposedBy()) || approver.equals(round.answeredBy()));
        if (tookPart) {
            return Optional.of("You took part in the rounds of these terms: somebody else approves them.");
        }
        int round = sheet.rounds().size();
        return approvals.existsByCaseNumberAndRoundAndApprover(sheet.caseNumber(), round, approver)
                ? Optional.of("You have decided on these terms already: another manager decides here.")
                : Optional.empty();
    }
}
