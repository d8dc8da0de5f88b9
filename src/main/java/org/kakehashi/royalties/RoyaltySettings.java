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
 * @param auditDays until an audit is done once a statement is doubted
 * @param renewalNoticeDays before its end by which a contract is renewed or not
 * @param auditCostPercent under-report from which on the licensee bears the cost of an audit
 */
@ConfigurationProperties("kakehashi.royalties")
record RoyaltySettings(
        @DefaultValue("1") int reportsPerYear,
        @DefaultValue("30") int reportDays,
        @DefaultValue("60") int paymentDays,
        @DefaultValue("30") int demandDays,
        @DefaultValue("60") int auditDays,
        @DefaultValue("60") int renewalNoticeDays,
        @DefaultValue("14.6") BigDecimal lateInterestPercent,
        @DefaultValue("10") BigDecimal auditCostPercent,
        @DefaultValue("DOWN") Formula.Rounding rounding) {}
