package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What offered terms are worth today: the upfront payment, and for each year of the term what is due at its end, which
 * is the royalty on the stated sales or the yearly minimum where that is more, discounted.
 *
 * @param discountPercent a year
 */
@ConfigurationProperties("kakehashi.negotiation.valuation")
public record Valuation(@DefaultValue("5") BigDecimal discountPercent) {

    /** @return whole yen */
    public BigDecimal presentValueYen(Terms terms, BigDecimal yearlySalesYen) {
        BigDecimal yearly = terms.royaltyOn(yearlySalesYen).max(orZero(terms.minimumAnnualYen()));
        BigDecimal growth = BigDecimal.ONE.add(discountPercent.movePointLeft(2));
        BigDecimal value = orZero(terms.upfrontYen());
        int years = terms.termYears() == null ? 0 : terms.termYears();
        for (int year = 1; year <= years; year++) {
            value = value.add(yearly.divide(growth.pow(year), MathContext.DECIMAL64));
        }
        return value.setScale(0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal orZero(@Nullable BigDecimal yen) {
        return yen == null ? BigDecimal.ZERO : yen;
    }
}
