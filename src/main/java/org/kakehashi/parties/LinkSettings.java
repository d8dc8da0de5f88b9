package org.kakehashi.parties;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param address under which companies reach the application
 * @param validity how long a link holds
 */
@ConfigurationProperties("kakehashi.parties")
record LinkSettings(
        @DefaultValue("http://localhost:8080") URI address,
        @DefaultValue("P14D") Duration validity) {}
