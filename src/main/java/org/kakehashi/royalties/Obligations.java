package org.kakehashi.royalties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.royalties.Obligation.Demand;
import org.kakehashi.royalties.Obligation.Kind;
import org.kakehashi.royalties.Obligation.Plan;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all contracts demand. */
@Component
@Transactional
public class Obligations {

    private final ObligationTable obligations;
    private final Agreements agreements;
    private final Contracts contracts;
    private final TermSheets termSheets;
    private final RoyaltySettings settings;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Obligations(
            ObligationTable obligations,
            Agreements agreements,
            Contracts contracts,
            TermSheets termSheets,
            RoyaltySettings settings,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.obligations = obligations;
        this.agreements = agreements;
        this.contracts = contracts;
        this.termSheets = termSheets;
        this.settings = settings;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Obligation of(String number) {
        return obligations
                .findById(number)
                .orElseThrow(() -> Refusal.notFound("There is no obligation " + number + "."));
    }

    /** What the contract demands, what is due first coming first. */
    @Transactional(readOnly = true)
    public List<Obligation> ofContract(String contractNumber) {
        return obligations.findByContractNumberOrderByDueOnAscNumberAsc(contractNumber);
    }

    /** Until the transaction ends nobody else settles it. */
    void lock(String number) {
        obligations.lock(number);
    }

    /** @throws Refusal where the contract does not have that obligation */
    Obligation of(String contractNumber, String number) {
        Obligation obligation = of(number);
        if (!obligation.contractNumber().equals(contractNumber)) {
            throw Refusal.notFound("Contract %s has no obligation %s.".formatted(contractNumber, number));
        }
        return obligation;
    }

    /** Plans what a confirmed contract demands; planned once, however often asked. */
    public void plan(String contractNumber) {
        if (!agreements.versions(contractNumber).isEmpty()) {
            return;
        }
        Contract contract = contracts.of(contractNumber);
        Terms terms = termSheets.agreed(contract.caseNumber());
        Formula formula = agreements.first(contract, terms).formula();
        List<Plan> plans = new ObligationPlan(settings).of(contract, formula, terms.milestones());
        add(contractNumber, plans, formula.currency());
        journal.note(contract.caseNumber(), "Obligations planned", "%d of them.".formatted(plans.size()));
    }

    /** A milestone is reached, or a decision on the renewal made. */
    public void settle(String number, String note) {
        Obligation obligation = of(number);
        obligation.expect(Demand.DEED);
        if (note.isBlank()) {
            throw Refusal.invalid("Say what was done.");
        }
        close(obligation, LocalDate.now(clock), note);
    }

    /** Those that come near and that nobody watches yet, as many as asked for; from now on they are watched. */
    public List<Obligation> takeNear(LocalDate until, int limit) {
        List<Obligation> near = obligations.near(until, limit);
        near.forEach(Obligation::watch);
        return near;
    }

    /** The contract years that begin from that day on follow the new agreement. */
    void replan(Contract contract, Agreement agreement, LocalDate from) {
        closeWhere(
                contract.number(),
                obligation -> obligation
                        .period()
                        .filter(period -> obligation.kind() != Kind.ROYALTY)
                        .filter(period -> !yearOf(contract, period).isBefore(from))
                        .isPresent(),
                "Planned anew by version " + agreement.version());
        ObligationPlan plan = new ObligationPlan(settings);
        LocalDate begin = contract.grant().beginsOn();
        add(
                contract.number(),
                plan.running(agreement.formula(), begin, from, plan.end(begin, agreement.endsOn())),
                agreement.formula().currency());
    }

    /** The years from the former end to the new one, and the notice before the new one. */
    void renew(Contract contract, Agreement agreement, LocalDate from, LocalDate end) {
        closeWhere(contract.number(), obligation -> obligation.kind() == Kind.RENEWAL_NOTICE, "Renewed until " + end);
        ObligationPlan plan = new ObligationPlan(settings);
        List<Plan> plans = new ArrayList<>(
                plan.running(agreement.formula(), contract.grant().beginsOn(), from, end));
        plans.add(plan.renewal(end));
        add(contract.number(), plans, agreement.formula().currency());
    }

    /** Nothing is demanded for the time after the contract's end; what it owes from before stays owed. */
    void cancelFrom(String contractNumber, LocalDate end, String why) {
        closeWhere(
                contractNumber,
                obligation -> obligation.kind().demand() == Demand.DEED
                        || obligation
                                .period()
                                .filter(period -> !period.first().isBefore(end))
                                .isPresent(),
                why);
    }

    private void closeWhere(String contractNumber, Predicate<Obligation> wanted, String why) {
        ofContract(contractNumber).stream()
                .filter(Obligation::isOpen)
                .filter(wanted)
                .forEach(obligation -> {
                    obligation.cancel(LocalDate.now(clock), why);
                    events.publishEvent(new Obligation.Closed(obligation.number(), contractNumber));
                });
    }

    /** The first day of the contract year in which the period lies. */
    private static LocalDate yearOf(Contract contract, Period period) {
        LocalDate begin = contract.grant().beginsOn();
        return begin.plusYears(begin.until(period.first()).getYears());
    }

    void add(String contractNumber, Collection<Plan> plans, Currency currency) {
        long last = obligations.countByContractNumber(contractNumber);
        for (Plan plan : plans) {
            last++;
            obligations.save(new Obligation(
                    String.format(Locale.ROOT, "%s-%02d", contractNumber, last), contractNumber, plan, currency));
        }
    }

    void close(Obligation obligation, LocalDate day, String how) {
        obligation.settle(day, how);
        journal.note(
                contracts.of(obligation.contractNumber()).caseNumber(),
                obligation.kind().english() + " settled",
                obligation.subject() + ".");
        events.publishEvent(new Obligation.Closed(obligation.number(), obligation.contractNumber()));
    }

    boolean awaitsStatement(String contractNumber, Period period) {
        return obligations.existsByContractNumberAndKindAndStatusAndPeriodFromBetween(
                contractNumber, Kind.ROYALTY_REPORT, Obligation.Status.OPEN, period.first(), period.last());
    }
}
