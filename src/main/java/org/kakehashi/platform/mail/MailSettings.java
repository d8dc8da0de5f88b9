package org.kakehashi.platform.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the programme's own address
 * @param firstDelay how long the second attempt waits; each further one waits twice as long, a day at most
 * @param attempts after how many a mail is given up
 */
@ConfigurationProperties("kakehashi.mail")
public record MailSettings(
        @DefaultValue("kakehashi@localhost") String from,
        @DefaultValue("PT1M") Duration firstDelay,
        @DefaultValue("15") int attempts) {

    private static final Duration LONGEST = Duration.ofDays(1);

    Duration delayAfter(int failures) {
        Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - 1, 20));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
