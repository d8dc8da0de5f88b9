package org.kakehashi.contract;

import java.util.List;
import java.util.function.Predicate;
import org.kakehashi.negotiation.CaseEnded;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps the register and the running cases true to each other. */
@Component
class Rivals {

    private final Contracts contracts;
    private final Gates gates;
    private final LicensingCases cases;
    private final TermSheets termSheets;
    private final Negotiations negotiations;

    Rivals(Contracts contracts, Gates gates, LicensingCases cases, TermSheets termSheets, Negotiations negotiations) {
        this.contracts = contracts;
        this.gates = gates;
        this.cases = cases;
        this.termSheets = termSheets;
        this.negotiations = negotiations;
    }

    /** An exclusive contract ends the cases it excludes; those for which it leaves room go on. */
    @ApplicationModuleListener
    void on(Contract.Signed signed) {
        if (!signed.exclusive()) {
            return;
        }
        Contract contract = contracts.of(signed.contractNumber());
        String reason = "The exclusive contract %s leaves no room: %s."
                .formatted(contract.number(), contract.grant().described());
        List<String> busy = cases.openOn(signed.seedNumber()).stream()
                .filter(rival -> !rival.number().equals(signed.caseNumber()))
                .filter(rival -> contract.grant().leavesNothing() || excludes(contract, rival))
                .map(LicensingCase::number)
                .filter(Predicate.not(rival -> negotiations.exclude(rival, reason)))
                .toList();
        if (!busy.isEmpty()) {
            throw new IllegalStateException("They cannot end just now, so this news comes again: " + busy);
        }
    }

    /** A case that ends without its contract takes the signed one with it. */
    @ApplicationModuleListener
    void on(CaseEnded ended) {
        if (ended.outcome() != OutcomeCode.CONCLUDED) {
            contracts.voidOf(ended.number());
        }
    }

    private boolean excludes(Contract contract, LicensingCase rival) {
        return termSheets
                .find(rival.number())
                .flatMap(TermSheet::latest)
                .map(Round::terms)
                .flatMap(terms -> gates.overlap(contract.grant(), Grant.of(terms, contract.signedOn())))
                .isPresent();
    }
}
