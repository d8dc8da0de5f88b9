package org.kakehashi.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;

/** A draft of a case's contract and what its reviewer said. Whoever wrote it does not review it. */
@Entity
@Table(name = "contract_draft")
public class ContractDraft implements Persistable<UUID> {

    /** So many drafts are written at most. */
    public static final int MOST = 3;

    /** What becomes of a draft. */
    public enum Verdict {
        APPROVED("Approved for signature"),
        CHANGES("Changes asked for"),
        STOPPED("No contract can be drafted");

        private final String english;

        Verdict(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String caseNumber;
    private int number;
    private String document;
    private @Nullable Integer documentNumber;
    private @Nullable Integer documentVersion;
    private String note;
    private String draftedBy;
    private Instant draftedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable String comment;
    private @Nullable String reviewedBy;
    private @Nullable Instant reviewedAt;

    @SuppressWarnings("NullAway.Init")
    protected ContractDraft() {}

    ContractDraft(String caseNumber, int number, Document document, String note, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.number = number;
        this.document = document.described();
        this.documentNumber = document.number();
        this.documentVersion = document.latest().number();
        this.note = note.strip();
        this.draftedBy = by;
        this.draftedAt = at;
    }

    void reviewed(Verdict decision, String words, String by, Instant at) {
        if (verdict != null) {
            throw Refusal.conflict("Draft " + number + " of " + caseNumber + " has been reviewed already.");
        }
        if (by.equals(draftedBy)) {
            throw Refusal.forbidden("You have written this draft: somebody else reviews it.");
        }
        if (decision != Verdict.APPROVED && words.isBlank()) {
            throw Refusal.invalid("Say in a comment what is wrong with the draft.");
        }
        if (decision == Verdict.CHANGES && number == MOST) {
            throw Refusal.invalid("This is draft " + MOST
                    + ", the last one: approve it, or stop the case because no contract can be drafted.");
        }
        verdict = decision;
        comment = words.strip();
        reviewedBy = by;
        reviewedAt = at;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** Counted from 1 in its case. */
    public int number() {
        return number;
    }

    /** Which document the written contract is, as people read it. */
    public String document() {
        return document;
    }

    /** Its number among the case's documents; none where it lay outside. */
    public @Nullable Integer documentNumber() {
        return documentNumber;
    }

    public @Nullable Integer documentVersion() {
        return documentVersion;
    }

    public String note() {
        return note;
    }

    public String draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable Verdict verdict() {
        return verdict;
    }

    public @Nullable String comment() {
        return comment;
    }

    public @Nullable String reviewedBy() {
        return reviewedBy;
    }
}
