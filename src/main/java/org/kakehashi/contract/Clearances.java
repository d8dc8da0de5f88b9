package org.kakehashi.contract;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The legal gates that agreed terms pass before they are approved. Always about the terms agreed last. */
@Component
@Transactional
public class Clearances {

    private final ClearanceTable clearances;
    private final Gates gates;
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
            Gates gates,
            ConsentTable consents,
            Contracts contracts,
            TermSheets termSheets,
            LicensingCases cases,
            Seeds seeds,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        this.clearances = clearances;
        this.gates = gates;
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

    /** Has each restraint judged, and keeps the judgement; the gravest counts. */
    public Finding.Level decide(String caseNumber) {
        Clearance clearance = of(caseNumber);
        clearance.decided(clearance.findings().stream()
                .map(finding -> gates.judge(finding.restraint(), clearance.marketSharePercent()))
                .toList());
        journal.note(caseNumber, "Antitrust decided", clearance.judged());
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

    /** Ends the case because antitrust law stands against its terms. */
    public void block(String caseNumber, String comment) {
        of(caseNumber).forbidden(comment.strip());
        endBlocked(caseNumber);
    }

    /** Ends the case with what a gate has found against it. */
    public void endBlocked(String caseNumber) {
        String reason =
                of(caseNumber).block().orElseThrow(() -> Refusal.conflict("No gate blocks " + caseNumber + "."));
        cases.end(caseNumber, OutcomeCode.LEGAL_BLOCK, reason);
    }

    /** Whether live contracts stand against the agreed terms; the clearance keeps which. */
    public boolean overlaps(String caseNumber) {
        List<Overlap> standing = contracts.overlapping(
                cases.of(caseNumber).seedNumber(), Grant.of(terms(caseNumber), LocalDate.now(clock)));
        if (!standing.isEmpty()) {
            of(caseNumber).blocked(LicenceOverlaps.sentence(standing));
        }
        return !standing.isEmpty();
    }

    /** The patent's co-owners, each of whom must consent. */
    @Transactional(readOnly = true)
    public List<String> coOwners(String caseNumber) {
        return consent(caseNumber, Gates.Consenter.CO_OWNERS).isPresent()
                ? seed(caseNumber).coOwners()
                : List.of();
    }

    /** Keeps a co-owner's answer; a refusal is what the case will end with. */
    public void coOwnerAnswered(String caseNumber, String coOwner, boolean consent, String note) {
        if (!coOwners(caseNumber).contains(coOwner)) {
            throw Refusal.invalid(coOwner + " is not a co-owner of the patent.");
        }
        Clearance clearance = of(caseNumber);
        consents.save(new CoOwnerConsent(clearance.getId(), coOwner, consent, note, user.name(), clock.instant()));
        if (!consent) {
            clearance.refused(
                    "The co-owner " + coOwner + " does not consent: " + note.strip(),
                    rule(caseNumber, Gates.Consenter.CO_OWNERS));
        }
        journal.note(caseNumber, coOwner + (consent ? " consents" : " does not consent"), note.strip());
    }

    @Transactional(readOnly = true)
    public List<CoOwnerConsent> consents(String caseNumber) {
        return consents.findByCaseNumberAndRoundOrderByRecordedAt(
                caseNumber, of(caseNumber).getId().round());
    }

    /** Whether a public funder must approve. */
    @Transactional(readOnly = true)
    public boolean needsFunder(String caseNumber) {
        return consent(caseNumber, Gates.Consenter.FUNDER).isPresent();
    }

    /** Keeps the funder's answer; a refusal is what the case will end with. */
    public void funderAnswered(String caseNumber, boolean approves, String note) {
        Clearance clearance = of(caseNumber);
        clearance.funderAnswered(approves, note);
        if (!approves) {
            clearance.refused(
                    "The public funder does not approve: " + note.strip(), rule(caseNumber, Gates.Consenter.FUNDER));
        }
        journal.note(caseNumber, approves ? "The funder approves" : "The funder does not approve", note.strip());
    }

    private Optional<GateRule> consent(String caseNumber, Gates.Consenter consenter) {
        Seed seed = seed(caseNumber);
        LicenceKind kind = Optional.ofNullable(terms(caseNumber).licenceKind()).orElseThrow();
        return gates.consents(kind, !seed.coOwners().isEmpty(), seed.publiclyFunded()).stream()
                .filter(consent -> consent.consenter() == consenter)
                .map(Gates.Consent::rule)
                .findFirst();
    }

    private GateRule rule(String caseNumber, Gates.Consenter consenter) {
        return consent(caseNumber, consenter)
                .orElseThrow(() -> Refusal.conflict("Case " + caseNumber + " needs no such consent."));
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
