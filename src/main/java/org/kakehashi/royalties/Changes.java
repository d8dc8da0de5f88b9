package org.kakehashi.royalties;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Amendment, renewal, termination and assignment of confirmed contracts, one at a time. */
@Component
@Transactional
public class Changes {

    private static final Set<Change.State> OPEN = Set.of(Change.State.BEGUN, Change.State.PROPOSED);

    private final ChangeTable changes;
    private final Agreements agreements;
    private final Obligations obligations;
    private final Successions successions;
    private final Contracts contracts;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;

    Changes(
            ChangeTable changes,
            Agreements agreements,
            Obligations obligations,
            Successions successions,
            Contracts contracts,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user) {
        this.changes = changes;
        this.agreements = agreements;
        this.obligations = obligations;
        this.successions = successions;
        this.contracts = contracts;
        this.journal = journal;
        this.events = events;
        this.user = user;
    }

    @Transactional(readOnly = true)
    public Change of(UUID id) {
        return changes.findById(id).orElseThrow(() -> Refusal.notFound("There is no such change."));
    }

    /** What has been agreed on. */
    @Transactional(readOnly = true)
    public List<Change> agreed(String contractNumber) {
        return changes.findByContractNumberAndState(contractNumber, Change.State.AGREED);
    }

    /** Begins a change, whose content is proposed next. */
    public Change begin(String contractNumber, Change.Kind kind) {
        agreements.latest(contractNumber);
        if (changes.existsByContractNumberAndStateIn(contractNumber, OPEN)) {
            throw Refusal.conflict(
                    "Contract " + contractNumber + " is being changed already: decide on that change first.");
        }
        Change change = changes.saveAndFlush(new Change(contractNumber, kind));
        note(change, "begun", "");
        events.publishEvent(new Change.Begun(change.getId(), contractNumber, kind));
        return change;
    }

    /** @throws Refusal where the contract cannot change that way */
    public void propose(UUID id, Proposal proposal) {
        Change change = of(id);
        check(change, proposal);
        change.propose(proposal, user.name());
        note(change, "proposed", proposal.reason());
    }

    /** Somebody else than the proposer decides; what is agreed holds at once. */
    public void decide(UUID id, boolean agreed, String comment) {
        Change change = of(id);
        change.decide(agreed, comment, user.name());
        if (agreed) {
            apply(change);
        }
        note(change, agreed ? "agreed" : "refused", comment);
    }

    private void check(Change change, Proposal proposal) {
        Agreement agreement = agreements.latest(change.contractNumber());
        LocalDate begin = contracts.of(change.contractNumber()).grant().beginsOn();
        LocalDate effective = proposal.effectiveOn();
        if (effective != null && effective.isBefore(begin)) {
            throw Refusal.invalid(
                    "It cannot hold from %s, before the contract begins on %s.".formatted(effective, begin));
        }
        LocalDate ends = proposal.endsOn();
        if (ends != null && !ends.isAfter(begin)) {
            throw Refusal.invalid("The term ends before it begins: it begins on " + begin + ".");
        }
        LocalDate present = agreement.endsOn();
        if (change.kind() == Change.Kind.RENEWAL && (present == null || ends == null || !ends.isAfter(present))) {
            throw Refusal.invalid(
                    present == null
                            ? "The contract has no end: there is nothing to renew."
                            : "The contract ends on %s: a renewal ends later.".formatted(present));
        }
        if (change.kind() == Change.Kind.TERMINATION && present != null && ends != null && !ends.isBefore(present)) {
            throw Refusal.invalid("The contract ends on %s anyway: a termination ends it earlier.".formatted(present));
        }
        if (change.kind() == Change.Kind.ASSIGNMENT) {
            successions.check(contracts.of(change.contractNumber()), proposal);
        }
        proposal.applied(agreement.formula());
    }

    private void apply(Change change) {
        Contract contract = contracts.of(change.contractNumber());
        Agreement before = agreements.latest(change.contractNumber());
        Proposal proposal = change.proposal();
        String origin = change.kind().english() + ": " + proposal.reason();
        switch (change.kind()) {
            case AMENDMENT -> {
                LocalDate from = Objects.requireNonNull(proposal.effectiveOn());
                Agreement after = agreements.next(
                        before, contract.number(), from, before.endsOn(), proposal.applied(before.formula()), origin);
                obligations.replan(contract, after, from);
            }
            case RENEWAL -> {
                LocalDate end = Objects.requireNonNull(proposal.endsOn());
                LocalDate from = Objects.requireNonNull(before.endsOn());
                moveEnd(contract.number(), end);
                obligations.renew(
                        contract,
                        agreements.next(before, contract.number(), from, end, before.formula(), origin),
                        from,
                        end);
            }
            case TERMINATION -> {
                LocalDate end = Objects.requireNonNull(proposal.endsOn());
                moveEnd(contract.number(), end);
                agreements.next(before, contract.number(), before.inForceFrom(), end, before.formula(), origin);
                obligations.cancelFrom(contract.number(), end, "The contract ends on " + end);
            }
            case ASSIGNMENT -> successions.take(contract, change.getId(), proposal);
        }
    }

    private void moveEnd(String contractNumber, LocalDate end) {
        try {
            contracts.endOn(contractNumber, end);
        } catch (LicenceOverlaps e) {
            throw Refusal.conflict(Objects.requireNonNullElse(e.getMessage(), "The right overlaps another one."));
        }
    }

    private void note(Change change, String what, String words) {
        journal.note(
                contracts.of(change.contractNumber()).caseNumber(),
                change.kind().english() + " " + what,
                words.strip());
    }
}
