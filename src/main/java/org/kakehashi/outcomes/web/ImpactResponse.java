package org.kakehashi.outcomes.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.kakehashi.outcomes.EconomicImpact;

/** An economic impact as callers see it. */
record ImpactResponse(
        String contractNumber,
        int fiscalYear,
        @JsonUnwrapped EconomicImpact.Figures figures,
        LocalDate reportedOn,
        String source) {

    static ImpactResponse of(EconomicImpact impact) {
        return new ImpactResponse(
                impact.getId().contractNumber(),
                impact.getId().fiscalYear(),
                impact.figures(),
                impact.reportedOn(),
                impact.source());
    }
}
