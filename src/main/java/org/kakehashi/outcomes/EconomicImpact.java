package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one contract has brought its licensee in one fiscal year as known today, amounts in yen. */
public record EconomicImpact(
        String contractNumber,
        int fiscalYear,
        BigDecimal salesYen,
        int jobs,
        BigDecimal investmentYen,
        BigDecimal costSavedYen,
        LocalDate reportedOn,
        String source) {}
