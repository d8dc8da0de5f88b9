package org.kakehashi.outcomes.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kakehashi.outcomes.EconomicImpact;

/** An economic impact as callers see it. */
record ImpactResponse(
        String contractNumber,
        int fiscalYear,
        BigDecimal salesYen,
        int jobs,
        BigDecimal investmentYen,
        BigDecimal costSavedYen,
        LocalDate reportedOn,
        String source) {

    static ImpactResponse of(EconomicImpact impact) {
        return new ImpactResponse(
                impact.contractNumber(),
                impact.fiscalYear(),
                impact.salesYen(),
                impact.jobs(),
                impact.investmentYen(),
                impact.costSavedYen(),
                impact.reportedOn(),
                impact.source());
    }
}
