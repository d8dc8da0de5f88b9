package org.kakehashi.royalties;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;

/** A change of a confirmed contract: somebody proposes it, somebody else agrees to it or refuses it. */
@Entity
@Table(name = "contract_change")
public class Change implements Persistable<UUID> {

    /** What is done to the contract. */
    public enum Kind {
        AMENDMENT("Amendment"),
        RENEWAL("Renewal"),
        TERMINATION("Termination"),
        ASSIGNMENT("Assignment");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** How far it has come. */
    public enum State {
        BEGUN,
        PROPOSED,
        AGREED,
        REFUSED
    }

    /** Somebody wants to change a contract. */
    public record Begun(UUID id, String contractNumber, Kind kind) {}

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String contractNumber;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private @Nullable Proposal proposal;

    private @Nullable String proposedBy;
    private @Nullable String decidedBy;
    private String comment;

    @SuppressWarnings("NullAway.Init")
    protected Change() {}

    Change(String contractNumber, Kind kind) {
        this.id = UUID.randomUUID();
        this.contractNumber = contractNumber;
        this.kind = kind;
        this.state = State.BEGUN;
        this.comment = "";
    }

    void propose(Proposal proposed, String by) {
        expect(State.BEGUN);
        proposal = proposed;
        proposedBy = by;
        state = State.PROPOSED;
    }

    void decide(boolean agreed, String words, String by) {
        expect(State.PROPOSED);
        if (by.equals(proposedBy)) {
            throw Refusal.forbidden("You have proposed this change yourself: another manager decides on it.");
        }
        if (!agreed && words.isBlank()) {
            throw Refusal.invalid("Say why the change is refused.");
        }
        state = agreed ? State.AGREED : State.REFUSED;
        decidedBy = by;
        comment = words.strip();
    }

    private void expect(State expected) {
        if (state != expected) {
            throw Refusal.conflict(
                    "The %s of contract %s has gone on already.".formatted(kind.english(), contractNumber));
        }
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public String contractNumber() {
        return contractNumber;
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    /** @throws Refusal where nothing is proposed yet */
    public Proposal proposal() {
        if (proposal == null) {
            throw Refusal.conflict("Nothing has been proposed yet.");
        }
        return proposal;
    }

    public @Nullable String proposedBy() {
        return proposedBy;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    /** Why it is refused, or what the manager says with the consent. */
    public String comment() {
        return comment;
    }
}
