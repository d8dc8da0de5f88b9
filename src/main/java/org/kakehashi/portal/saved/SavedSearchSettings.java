package org.kakehashi.portal.saved;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param confirmation how long a search waits for its mail address to be confirmed; then it is deleted
 * @param lettersPerDay how many letters about saving searches one mail address gets in a day at most
 * @param searchesPerAddress how many searches one mail address may save
 * @param at when news are mailed, Japanese time
 * @param settles how old a publication is at least when it is mailed, so that the index has it
 */
@ConfigurationProperties("kakehashi.portal.saved-searches")
record SavedSearchSettings(
        @DefaultValue("P7D") Period confirmation,
        @DefaultValue("3") int lettersPerDay,
        @DefaultValue("20") int searchesPerAddress,
        @DefaultValue("07:00") LocalTime at,
        @DefaultValue("PT10M") Duration settles) {}
