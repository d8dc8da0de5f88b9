package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    private final SubmissionTable submissions;
    private final Obligations obligations;
    private final Agreements agreements;
    private final Contracts contracts;
    private final RoyaltySettings settings;
    private final CurrentUser user;
    private final Clock clock;

    Statements(
            StatementTable statements,
            SubmissionTable submissions,
            Obligations obligations,
            Agreements agreements,
            Contracts contracts,
            RoyaltySettings settings,
            CurrentUser user,
            Clock clock) {
        this.statements = statements;
        this.submissions = submissions;
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

    /** @throws Refusal where nothing has been accepted for the report */
    @Transactional(readOnly = true)
    public Statement of(String contractNumber, String reportNumber) {
        return statements
                .findById(reportNumber)
                .filter(statement -> statement.contractNumber().equals(contractNumber))
                .orElseThrow(() -> Refusal.notFound("There is no statement for " + reportNumber + "."));
    }

    /**
     * What a statement would bring.
     *
     * @throws Refusal where the report takes no statement: its period is not over, an earlier one of the same contract
     *     year is missing, or it is settled
     */
    @Transactional(readOnly = true)
    public Computation compute(String contractNumber, String reportNumber, Usage usage) {
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
        Formula formula = agreement.formula();
        Usage before = inYear(contractNumber, year);
        Money royalty = formula.royalty(before, usage);
        LocalDate payBy = period.last().plusDays(settings.paymentDays());
        return new Computation(
                formula,
                agreement.version(),
                period,
                before,
                usage,
                formula.slices(before, usage),
                formula.perUnit().multiply(BigDecimal.valueOf(usage.units())),
                royalty,
                period.last().equals(year.last()) ? formula.missingToMinimum(before.plus(usage)) : null,
                payBy,
                formula.lateInterest(royalty, payBy, today));
    }

    /**
     * Accepts a statement for a report that is due, and makes the royalty due; with the last one of a contract year also
     * what is missing to the yearly minimum. Who stated it is the licensee where it has submitted just that.
     *
     * @param reportNumber of the obligation, such as {@code C-2026-000001-02}
     * @throws Refusal where the report takes no statement
     */
    public Statement enter(String contractNumber, String reportNumber, Usage usage) {
        obligations.lock(reportNumber);
        Computation computed = compute(contractNumber, reportNumber, usage);
        Obligation report = obligations.of(reportNumber);
        Period period = computed.period();
        Money royalty = computed.royalty();
        Optional<Submission> submitted =
                submissions.findById(reportNumber).filter(same -> same.usage().equals(usage));
        Statement statement = statements.save(new Statement(
                report,
                computed.agreementVersion(),
                period,
                usage,
                royalty,
                submitted.map(Submission::givenBy).orElseGet(user::name),
                submitted.map(Submission::givenAt).orElseGet(clock::instant),
                user.name()));
        obligations.close(report, LocalDate.now(clock), "Statement accepted");
        if (royalty.amount().signum() > 0) {
            obligations.add(
                    contractNumber,
                    List.of(new Plan(
                            Kind.ROYALTY, "Royalty for " + period, period, computed.payBy(), royalty.amount())),
                    royalty.currency());
        }
        if (computed.missing() != null) {
            settleMinimum(contractNumber, yearOf(contracts.of(contractNumber), period), computed.missing());
        }
        return statement;
    }

    /** Compares a statement with what an audit of the licensee's books found. */
    @Transactional(readOnly = true)
    public UnderReport audit(String contractNumber, String reportNumber, Usage audited) {
        Statement stated = of(contractNumber, reportNumber);
        return agreements
                .on(contractNumber, stated.period().first())
                .formula()
                .compare(before(stated), stated.usage(), audited);
    }

    /** What the books bring beyond what was stated or, in a year that is over, beyond its minimum. */
    Money owedByAudit(Statement stated, Usage books) {
        Formula formula =
                agreements.on(stated.contractNumber(), stated.period().first()).formula();
        Usage before = before(stated);
        Period year = yearOf(contracts.of(stated.contractNumber()), stated.period());
        boolean closesYear = stated.period().last().equals(year.last());
        Money owed = closesYear ? formula.ofWholeYear(before.plus(books)) : formula.royalty(before, books);
        Money paid =
                closesYear ? formula.ofWholeYear(before.plus(stated.usage())) : formula.royalty(before, stated.usage());
        return new Money(owed.amount().subtract(paid.amount()).max(BigDecimal.ZERO), owed.currency());
    }

    /** What lets a registrar doubt the sales: how they stand to those of the period before. */
    @Transactional(readOnly = true)
    public String compared(String contractNumber, Period period, Usage usage) {
        return ofContract(contractNumber).stream()
                .filter(earlier -> earlier.period().last().isBefore(period.first()))
                .reduce((earlier, later) -> later)
                .map(Statement::counted)
                .filter(earlier -> earlier.netSales().signum() > 0)
                .map(earlier -> "Net sales are %s %% of those of the period before."
                        .formatted(usage.netSales()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(earlier.netSales(), 0, RoundingMode.HALF_UP)
                                .toPlainString()))
                .orElse("There is no earlier period to compare with.");
    }

    private Usage before(Statement stated) {
        Period year = yearOf(contracts.of(stated.contractNumber()), stated.period());
        return usage(ofContract(stated.contractNumber()).stream()
                .filter(earlier -> !earlier.period().first().isBefore(year.first()))
                .filter(earlier ->
                        earlier.period().first().isBefore(stated.period().first()))
                .toList());
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
        return statements.stream().map(Statement::counted).reduce(Usage.NONE, Usage::plus);
    }

    /** The contract year that the period lies in. */
    private static Period yearOf(Contract contract, Period period) {
        LocalDate begin = contract.grant().beginsOn();
        int years = begin.until(period.first()).getYears();
        return new Period(begin.plusYears(years), begin.plusYears(years + 1L).minusDays(1));
    }
}
