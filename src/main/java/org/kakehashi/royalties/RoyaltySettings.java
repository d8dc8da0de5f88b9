package org.kakehashi.royalties;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds where the terms of a contract say nothing of it.
 *
 * @param reportsPerYear 1, 2, 4 or 12
 * @param reportDays until a statement is due after its period
 * @param paymentDays until what a period owes is due after it
 * @param demandDays until an upfront payment or interest is due
 * @param renewalNoticeDays before its end by which a contract is renewed or not
 */
@ConfigurationProperties("kakehashi.royalties")
record RoyaltySettings(
        @DefaultValue("1") int reportsPerYear,
        @DefaultValue("30") int reportDays,
        @DefaultValue("60") int paymentDays,
        @DefaultValue("30") int demandDays,
        @DefaultValue("60") int renewalNoticeDays,
        @DefaultValue("14.6") BigDecimal lateInterestPercent,
        @DefaultValue("DOWN") Formula.Rounding rounding) {}
