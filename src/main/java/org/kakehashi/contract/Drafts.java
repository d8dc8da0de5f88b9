package org.kakehashi.contract;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.Documents;
import org.kakehashi.documents.Drafting;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Signatures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of the contracts: written by one, reviewed by another, three at most. */
@Component
@Transactional
public class Drafts {

    private final DraftTable drafts;
    private final Documents documents;
    private final Drafting drafting;
    private final LicensingCases cases;
    private final Signatures signatures;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    Drafts(
            DraftTable drafts,
            Documents documents,
            Drafting drafting,
            LicensingCases cases,
            Signatures signatures,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        this.drafts = drafts;
        this.documents = documents;
        this.drafting = drafting;
        this.cases = cases;
        this.signatures = signatures;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /** All drafts of a case, the first one first. */
    @Transactional(readOnly = true)
    public List<ContractDraft> of(String caseNumber) {
        return drafts.findByCaseNumberOrderByNumber(caseNumber);
    }

    /** The document that the next draft is written in: the one reviewed last, or one drafted from the agreed terms. */
    public Document atHand(String caseNumber) {
        List<ContractDraft> written = of(caseNumber);
        Integer number =
                written.isEmpty() ? null : written.get(written.size() - 1).documentNumber();
        return number == null ? drafting.draftContract(caseNumber) : documents.forTask(caseNumber, number);
    }

    /** @param document number of the written contract among the case's documents; its newest version counts */
    public void write(String caseNumber, int document, String note) {
        int number = of(caseNumber).size() + 1;
        if (number > ContractDraft.MOST) {
            throw Refusal.conflict("Case %s has had %d drafts already.".formatted(caseNumber, ContractDraft.MOST));
        }
        drafts.save(new ContractDraft(
                caseNumber, number, documents.forTask(caseNumber, document), note, user.name(), clock.instant()));
        journal.note(caseNumber, "Contract drafted", "Draft " + number + ".");
    }

    /** Decides on the newest draft. A stop ends the case. */
    public void review(String caseNumber, ContractDraft.Verdict verdict, String comment) {
        List<ContractDraft> written = of(caseNumber);
        if (written.isEmpty()) {
            throw Refusal.conflict("Case " + caseNumber + " has no draft yet.");
        }
        written.get(written.size() - 1).reviewed(verdict, comment, user.name(), clock.instant());
        journal.note(caseNumber, verdict.english(), comment.strip());
        if (verdict == ContractDraft.Verdict.STOPPED) {
            cases.end(caseNumber, OutcomeCode.LEGAL_BLOCK, comment);
        }
    }

    /** Asks a side to sign the approved draft; the text is fixed when the first side is asked. */
    public void askToSign(String caseNumber, Side side) {
        if (signatures.ofCase(caseNumber).isEmpty()) {
            signatures.open(caseNumber, forSignature(caseNumber));
        }
        cases.ask(caseNumber, Occasion.SIGNATURE, 1, side);
    }

    private @Nullable Document forSignature(String caseNumber) {
        List<ContractDraft> written = of(caseNumber);
        ContractDraft approved = written.get(written.size() - 1);
        Integer number = approved.documentNumber();
        Integer version = approved.documentVersion();
        return number == null || version == null
                ? null
                : drafting.forSignature(caseNumber, number, version).orElse(null);
    }
}
