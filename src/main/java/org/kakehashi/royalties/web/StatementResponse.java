package org.kakehashi.royalties.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.kakehashi.royalties.Period;
import org.kakehashi.royalties.Statement;
import org.kakehashi.shared.Money;

/** A statement as callers see it. */
record StatementResponse(
        String obligation,
        Period period,
        BigDecimal netSales,
        long units,
        Money royalty,
        int agreementVersion,
        String givenBy,
        Instant givenAt) {

    static StatementResponse of(Statement statement) {
        return new StatementResponse(
                statement.obligationNumber(),
                statement.period(),
                statement.usage().netSales(),
                statement.usage().units(),
                statement.royalty(),
                statement.agreementVersion(),
                statement.givenBy(),
                statement.givenAt());
    }
}
