package org.kakehashi.consultation;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param linkHolds how long the asker's link holds
 * @param confirmation how long a question from the portal waits for its mail address to be confirmed; then it is deleted
 * @param unconfirmedPerAddress how many may wait for one mail address
 */
@ConfigurationProperties("kakehashi.consultation")
public record ConsultationSettings(
        @DefaultValue("P30D") Period linkHolds,
        @DefaultValue("P7D") Period confirmation,
        @DefaultValue("3") int unconfirmedPerAddress) {}
