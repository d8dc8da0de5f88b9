package org.kakehashi.outcomes;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param opensAfter how long after the end of a fiscal year its inquiry goes out
 * @param yearsAfterEnd for how many years a contract is asked about after it has ended
 */
@ConfigurationProperties("kakehashi.outcomes.inquiry")
record OutcomeSettings(
        @DefaultValue("P2M") Period opensAfter,
        @DefaultValue("2") int yearsAfterEnd) {

    /** The latest fiscal year that is asked about on that day. */
    int due(LocalDate today) {
        return FiscalYear.of(today.minus(opensAfter)) - 1;
    }
}
