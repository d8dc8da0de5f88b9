package org.kakehashi.registry;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param grace how long after its day a seed that was not renewed is still published
 */
@ConfigurationProperties("kakehashi.registry.renewal")
record RenewalSettings(@DefaultValue("P30D") Period grace) {}
