package org.kakehashi.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the forms of visitors take from one address.
 *
 * @param submissions how many within {@code per}
 * @param minimum how long a person takes at least to fill one in
 */
@ConfigurationProperties("kakehashi.visitor-forms")
record VisitorFormSettings(
        @DefaultValue("10") int submissions,
        @DefaultValue("PT10M") Duration per,
        @DefaultValue("PT2S") Duration minimum) {}
