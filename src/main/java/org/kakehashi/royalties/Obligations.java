package org.kakehashi.royalties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.royalties.Obligation.Demand;
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
                contractNumber, Obligation.Kind.ROYALTY_REPORT, Obligation.Status.OPEN, period.first(), period.last());
    }
}
