package org.kakehashi.royalties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.royalties.Obligation.Demand;
import org.kakehashi.royalties.Obligation.Kind;
import org.kakehashi.royalties.Obligation.Plan;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The licensees' statements, entered by themselves or by the registrar; each makes its royalty due. */
@Component
@Transactional
public class Statements {

    private final StatementTable statements;
    private final Obligations obligations;
    private final Agreements agreements;
    private final Contracts contracts;
    private final RoyaltySettings settings;
    private final CurrentUser user;
    private final Clock clock;

    Statements(
            StatementTable statements,
            Obligations obligations,
            Agreements agreements,
            Contracts contracts,
            RoyaltySettings settings,
            CurrentUser user,
            Clock clock) {
        this.statements = statements;
        this.obligations = obligations;
        this.agreements = agreements;
        this.contracts = contracts;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Statement> ofContract(String contractNumber) {
        return statements.findByContractNumberOrderByPeriodFrom(contractNumber);
    }

    /**
     * Takes a statement for a report that is due, and makes the royalty due; with the last one of a contract year also
     * what is missing to the yearly minimum.
     *
     * @param reportNumber of the obligation, such as {@code C-2026-000001-02}
     * @throws Refusal where the period is not over, or an earlier one of the same contract year is missing
     */
    public Statement enter(String contractNumber, String reportNumber, Usage usage) {
        Obligation report = obligations.of(contractNumber, reportNumber);
        report.expect(Demand.STATEMENT);
        report.expectOpen();
        Period period = report.period().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        if (!period.last().isBefore(today)) {
            throw Refusal.invalid(
                    "The period ends on %s: what it brings is known after that day only.".formatted(period.last()));
        }
        Period year = yearOf(contracts.of(contractNumber), period);
        if (period.first().isAfter(year.first())
                && obligations.awaitsStatement(
                        contractNumber, new Period(year.first(), period.first().minusDays(1)))) {
            throw Refusal.conflict(
                    "An earlier statement of the contract year " + year + " is missing: enter it first.");
        }
        Agreement agreement = agreements.on(contractNumber, period.first());
        Usage before = inYear(contractNumber, year);
        Money royalty = agreement.formula().royalty(before, usage);
        Statement statement = statements.save(
                new Statement(report, agreement.version(), period, usage, royalty, user.name(), clock.instant()));
        obligations.close(report, today, "Statement entered");
        if (royalty.amount().signum() > 0) {
            obligations.add(
                    contractNumber,
                    List.of(new Plan(
                            Kind.ROYALTY,
                            "Royalty for " + period,
                            period,
                            period.last().plusDays(settings.paymentDays()),
                            royalty.amount())),
                    royalty.currency());
        }
        if (period.last().equals(year.last())) {
            settleMinimum(contractNumber, year, agreement.formula().missingToMinimum(before.plus(usage)));
        }
        return statement;
    }

    /** Compares a statement with what an audit of the licensee's books found. */
    @Transactional(readOnly = true)
    public UnderReport audit(String contractNumber, String reportNumber, Usage audited) {
        Statement stated = statements
                .findById(reportNumber)
                .filter(statement -> statement.contractNumber().equals(contractNumber))
                .orElseThrow(() -> Refusal.notFound("There is no statement for " + reportNumber + "."));
        Period year = yearOf(contracts.of(contractNumber), stated.period());
        Usage before = usage(ofContract(contractNumber).stream()
                .filter(earlier -> !earlier.period().first().isBefore(year.first()))
                .filter(earlier ->
                        earlier.period().first().isBefore(stated.period().first()))
                .toList());
        return agreements
                .on(contractNumber, stated.period().first())
                .formula()
                .compare(before, stated.usage(), audited);
    }

    private void settleMinimum(String contractNumber, Period year, Money missing) {
        obligations.ofContract(contractNumber).stream()
                .filter(obligation -> obligation.kind() == Kind.MINIMUM && obligation.isOpen())
                .filter(obligation -> obligation.period().filter(year::equals).isPresent())
                .forEach(minimum -> {
                    minimum.owesOnly(missing);
                    if (missing.amount().signum() == 0) {
                        obligations.close(minimum, LocalDate.now(clock), "Reached by the royalties of the year");
                    }
                });
    }

    private Usage inYear(String contractNumber, Period year) {
        return usage(ofContract(contractNumber).stream()
                .filter(statement -> !statement.period().first().isBefore(year.first()))
                .filter(statement -> !statement.period().last().isAfter(year.last()))
                .toList());
    }

    private static Usage usage(List<Statement> statements) {
        return statements.stream().map(Statement::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** The contract year that the period lies in. */
    private static Period yearOf(Contract contract, Period period) {
        LocalDate begin = contract.grant().beginsOn();
        int years = begin.until(period.first()).getYears();
        return new Period(begin.plusYears(years), begin.plusYears(years + 1L).minusDays(1));
    }
}
