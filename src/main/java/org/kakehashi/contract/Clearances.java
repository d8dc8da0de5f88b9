package org.kakehashi.contract;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The legal gates that agreed terms pass before they are approved. Always about the terms agreed last. */
@Component
@Transactional
public class Clearances {

    private final ClearanceTable clearances;
    private final ConsentTable consents;
    private final Contracts contracts;
    private final TermSheets termSheets;
    private final LicensingCases cases;
    private final Seeds seeds;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    Clearances(
            ClearanceTable clearances,
            ConsentTable consents,
            Contracts contracts,
            TermSheets termSheets,
            LicensingCases cases,
            Seeds seeds,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        this.clearances = clearances;
        this.consents = consents;
        this.contracts = contracts;
        this.termSheets = termSheets;
        this.cases = cases;
        this.seeds = seeds;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal where nobody has assessed the agreed terms yet */
    @Transactional(readOnly = true)
    public Clearance of(String caseNumber) {
        return clearances
                .findById(current(caseNumber))
                .orElseThrow(() -> Refusal.notFound("The terms of " + caseNumber + " have not been assessed yet."));
    }

    /** Notes which restraints a lawyer found in the agreed terms. */
    public void assess(String caseNumber, Collection<Restraint> restraints, @Nullable BigDecimal marketSharePercent) {
        Clearance.Id id = current(caseNumber);
        if (clearances.existsById(id)) {
            throw Refusal.conflict("The terms of " + caseNumber + " have been assessed already.");
        }
        clearances.save(new Clearance(id, restraints, marketSharePercent, user.name(), clock.instant()));
        journal.note(
                caseNumber,
                "Terms assessed",
                restraints.isEmpty() ? "No restraint found." : restraints.size() + " restraints marked.");
    }

    /** Has each restraint judged, and keeps the judgement. */
    public Finding.Level decide(String caseNumber, UnaryOperator<Finding> judge) {
        Clearance clearance = of(caseNumber);
        clearance.decided(clearance.findings().stream().map(judge).toList());
        journal.note(caseNumber, "Antitrust decided", clearance.level().english() + ".");
        return clearance.level();
    }

    /** Keeps why clauses that need a reason are accepted. */
    public void justify(String caseNumber, String reason) {
        of(caseNumber).justified(reason);
        journal.note(caseNumber, "Restraints justified", reason.strip());
    }

    /** Sends the terms back to the parties with what they have to change. */
    public void returnToTerms(String caseNumber, String comment) {
        termSheets.reopen(caseNumber, comment, Set.of());
    }

    /** Ends the case because the law or an earlier right stands against its terms. */
    public void block(String caseNumber, String reason) {
        of(caseNumber).blocked(reason);
        cases.end(caseNumber, OutcomeCode.LEGAL_BLOCK, reason);
    }

    /** Ends the case with what a gate has found against it. */
    public void endBlocked(String caseNumber) {
        String reason =
                of(caseNumber).block().orElseThrow(() -> Refusal.conflict("No gate blocks " + caseNumber + "."));
        cases.end(caseNumber, OutcomeCode.LEGAL_BLOCK, reason);
    }

    /** Whether live contracts stand against the agreed terms; the clearance keeps which. */
    public boolean overlaps(String caseNumber) {
        List<Contract> standing = contracts.overlapping(
                cases.of(caseNumber).seedNumber(), Grant.of(terms(caseNumber), LocalDate.now(clock)));
        if (!standing.isEmpty()) {
            of(caseNumber).blocked(LicenceOverlaps.sentence(standing));
        }
        return !standing.isEmpty();
    }

    /** The patent's co-owners, each of whom must consent. */
    @Transactional(readOnly = true)
    public List<String> coOwners(String caseNumber) {
        return seed(caseNumber).coOwners();
    }

    /** Keeps a co-owner's answer; a refusal is what the case will end with. */
    public void coOwnerAnswered(String caseNumber, String coOwner, boolean consent, String note) {
        if (!coOwners(caseNumber).contains(coOwner)) {
            throw Refusal.invalid(coOwner + " is not a co-owner of the patent.");
        }
        Clearance clearance = of(caseNumber);
        consents.save(new CoOwnerConsent(clearance.getId(), coOwner, consent, note, user.name(), clock.instant()));
        if (!consent) {
            clearance.blocked("The co-owner " + coOwner + " does not consent: " + note.strip());
        }
        journal.note(caseNumber, coOwner + (consent ? " consents" : " does not consent"), note.strip());
    }

    @Transactional(readOnly = true)
    public List<CoOwnerConsent> consents(String caseNumber) {
        return consents.findByCaseNumberAndRoundOrderByRecordedAt(
                caseNumber, of(caseNumber).getId().round());
    }

    /** Whether a public funder must approve: of an assignment, and of a right that is registered. */
    @Transactional(readOnly = true)
    public boolean needsFunder(String caseNumber) {
        return seed(caseNumber).publiclyFunded()
                && Optional.ofNullable(terms(caseNumber).licenceKind())
                        .orElseThrow()
                        .needsRegistration();
    }

    /** Keeps the funder's answer; a refusal is what the case will end with. */
    public void funderAnswered(String caseNumber, boolean approves, String note) {
        Clearance clearance = of(caseNumber);
        clearance.funderAnswered(approves, note);
        if (!approves) {
            clearance.blocked("The public funder does not approve: " + note.strip());
        }
        journal.note(caseNumber, approves ? "The funder approves" : "The funder does not approve", note.strip());
    }

    private Clearance.Id current(String caseNumber) {
        return new Clearance.Id(caseNumber, termSheets.of(caseNumber).rounds().size());
    }

    private Terms terms(String caseNumber) {
        return termSheets.agreed(caseNumber);
    }

    private Seed seed(String caseNumber) {
        String number = cases.of(caseNumber).seedNumber();
        return seeds.findById(number).orElseThrow(() -> Refusal.notFound("There is no seed " + number + "."));
    }
}
