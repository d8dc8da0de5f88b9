package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kakehashi.royalties.Statement;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Usage;
import org.kakehashi.shared.Money;
import org.springframework.stereotype.Component;

/** What a licensee stated for its royalties, cut to a fiscal year by the days of each period. */
@Component
class StatedSales {

    private final Statements statements;

    StatedSales(Statements statements) {
        this.statements = statements;
    }

    /** None where the accepted statements do not cover the whole year in one currency. */
    Optional<Money> in(String contractNumber, int fiscalYear) {
        LocalDate first = FiscalYear.first(fiscalYear);
        LocalDate last = FiscalYear.last(fiscalYear);
        List<Statement> within = statements.ofContract(contractNumber).stream()
                .filter(statement -> days(statement, first, last) > 0)
                .toList();
        long covered = within.stream()
                .mapToLong(statement -> days(statement, first, last))
                .sum();
        List<Currency> currencies = within.stream()
                .map(statement -> statement.royalty().currency())
                .distinct()
                .toList();
        if (covered < ChronoUnit.DAYS.between(first, last) + 1 || currencies.size() != 1) {
            return Optional.empty();
        }
        BigDecimal sales = within.stream()
                .map(statement -> share(statement, first, last))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Money(
                sales.setScale(currencies.get(0).getDefaultFractionDigits(), RoundingMode.HALF_UP), currencies.get(0)));
    }

    private static BigDecimal share(Statement statement, LocalDate first, LocalDate last) {
        Usage counted = statement.audited().orElse(statement.usage());
        long whole = ChronoUnit.DAYS.between(
                        statement.period().first(), statement.period().last())
                + 1;
        return counted.netSales()
                .multiply(BigDecimal.valueOf(days(statement, first, last)))
                .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    private static long days(Statement statement, LocalDate first, LocalDate last) {
        LocalDate from = statement.period().first().isBefore(first)
                ? first
                : statement.period().first();
        LocalDate to = statement.period().last().isAfter(last)
                ? last
                : statement.period().last();
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }
}
