package org.kakehashi.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money that is not negative.
 *
 * @param amount with no more decimals than the currency has
 * @param currency by its ISO 4217 code; {@code JPY} nearly always
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final Currency YEN = Currency.getInstance("JPY");

    public Money {
        if (amount.signum() < 0) {
            throw Refusal.invalid("An amount of money cannot be negative: " + amount.toPlainString() + ".");
        }
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw Refusal.invalid(
                    amount.toPlainString() + " is finer than the smallest unit of " + currency.getCurrencyCode() + ".");
        }
        amount = amount.setScale(currency.getDefaultFractionDigits());
    }

    public static Money yen(long amount) {
        return new Money(BigDecimal.valueOf(amount), YEN);
    }

    /** @throws Refusal where the currencies differ */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw Refusal.invalid("Amounts in " + currency + " and " + other.currency + " cannot be added.");
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %,." + amount.scale() + "f", currency.getCurrencyCode(), amount);
    }
}
