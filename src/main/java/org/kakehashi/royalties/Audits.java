package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Obligation.Demand;
import org.kakehashi.royalties.Obligation.Kind;
import org.kakehashi.royalties.Obligation.Plan;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Audits of licensees' books: demanded where a statement falls short, and what they find becomes due. */
@Component
@Transactional
public class Audits {

    private final Statements statements;
    private final Obligations obligations;
    private final RoyaltySettings settings;
    private final Clock clock;

    Audits(Statements statements, Obligations obligations, RoyaltySettings settings, Clock clock) {
        this.statements = statements;
        this.obligations = obligations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Compares a statement with what is known from elsewhere. Where it falls short an audit of the books becomes due, of
     * each period one at a time.
     */
    public UnderReport doubt(String contractNumber, String reportNumber, Usage known) {
        UnderReport found = statements.audit(contractNumber, reportNumber, known);
        Period period = statements.of(contractNumber, reportNumber).period();
        if (found.shortfall().amount().signum() > 0 && !isDemanded(contractNumber, period)) {
            obligations.add(
                    contractNumber,
                    List.of(new Plan(
                            Kind.AUDIT,
                            "Books for %s: %s %% of the royalty may be missing"
                                    .formatted(period, found.percent().toPlainString()),
                            period,
                            LocalDate.now(clock).plusDays(settings.auditDays()),
                            null)),
                    found.shortfall().currency());
        }
        return found;
    }

    /**
     * Settles an audit: what was not reported becomes due, and the audit's cost where the licensee bears it.
     *
     * @param auditNumber of the obligation
     * @param books what the licensee's books show for the period
     */
    public UnderReport settle(String contractNumber, String auditNumber, Usage books, Money cost) {
        Obligation audit = obligations.of(contractNumber, auditNumber);
        audit.expect(Demand.AUDIT);
        audit.expectOpen();
        Period period = audit.period().orElseThrow();
        Statement stated = statements.ofContract(contractNumber).stream()
                .filter(statement -> statement.period().equals(period))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("There is no statement for " + period + "."));
        UnderReport found = statements.audit(contractNumber, stated.obligationNumber(), books);
        Money owed = statements.owedByAudit(stated, books);
        if (!cost.currency().equals(owed.currency())) {
            throw Refusal.invalid(
                    "The contract reckons in %s and not in %s.".formatted(owed.currency(), cost.currency()));
        }
        if (found.shortfall().amount().signum() > 0) {
            stated.audited(books);
        }
        obligations.close(
                audit,
                LocalDate.now(clock),
                "Under-reported by " + found.percent().toPlainString() + " %");
        List<Plan> plans = new ArrayList<>();
        demand(Kind.ROYALTY, "Royalty that the audit found for " + period, period, owed, plans);
        if (found.auditCostMoves()) {
            demand(Kind.AUDIT_COST, "Cost of the audit for " + period, null, cost, plans);
        }
        obligations.add(contractNumber, plans, owed.currency());
        return found;
    }

    private void demand(Kind kind, String subject, @Nullable Period period, Money owed, List<Plan> plans) {
        BigDecimal amount = owed.amount();
        if (amount.signum() > 0) {
            plans.add(new Plan(kind, subject, period, LocalDate.now(clock).plusDays(settings.demandDays()), amount));
        }
    }

    private boolean isDemanded(String contractNumber, Period period) {
        return obligations.ofContract(contractNumber).stream()
                .anyMatch(obligation -> obligation.kind() == Kind.AUDIT
                        && obligation.isOpen()
                        && obligation.period().filter(period::equals).isPresent());
    }
}
