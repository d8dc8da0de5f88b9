package org.kakehashi.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The economic impacts of all contracts that count. */
@Component
@Transactional
public class EconomicImpacts {

    private final ImpactTable impacts;
    private final Contracts contracts;
    private final Journal journal;
    private final Clock clock;

    EconomicImpacts(ImpactTable impacts, Contracts contracts, Journal journal, Clock clock) {
        this.impacts = impacts;
        this.contracts = contracts;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public EconomicImpact of(String contractNumber, int fiscalYear) {
        return impacts.findById(new EconomicImpact.Id(contractNumber, fiscalYear))
                .orElseThrow(() -> Refusal.notFound("Contract %s has no impact reported for the fiscal year %d."
                        .formatted(contractNumber, fiscalYear)));
    }

    /**
     * Keeps the figures of a year, in place of those reported before.
     *
     * @throws Refusal where the contract does not count, or the year lies before its signing or has not begun
     */
    public EconomicImpact report(String contractNumber, int fiscalYear, EconomicImpact.Figures figures, String source) {
        Contract contract = contracts.of(contractNumber);
        LocalDate today = LocalDate.now(clock);
        check(contract, fiscalYear, today);
        var id = new EconomicImpact.Id(contractNumber, fiscalYear);
        EconomicImpact impact = impacts.findById(id)
                .map(earlier -> {
                    earlier.report(figures, today, source);
                    return earlier;
                })
                .orElseGet(() -> impacts.save(new EconomicImpact(id, figures, today, source)));
        journal.note(contract.caseNumber(), "Economic impact reported", "Fiscal year " + fiscalYear + ".");
        return impact;
    }

    private static void check(Contract contract, int fiscalYear, LocalDate today) {
        if (contract.status() != Contract.Status.CONFIRMED) {
            throw Refusal.conflict("Contract %s is \"%s\": only a confirmed contract has an impact."
                    .formatted(contract.number(), contract.status().english()));
        }
        int first = FiscalYear.of(contract.signedOn());
        if (fiscalYear < first) {
            throw Refusal.invalid("Contract %s was signed in the fiscal year %d: it has no impact before."
                    .formatted(contract.number(), first));
        }
        if (fiscalYear > FiscalYear.of(today)) {
            throw Refusal.invalid("The fiscal year %d has not begun yet.".formatted(fiscalYear));
        }
    }
}
