package org.kakehashi.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How often one address may ask what is public: {@code requests} within {@code per}, at once or spread. */
@ConfigurationProperties("kakehashi.public-limit")
record PublicLimitSettings(
        @DefaultValue("120") int requests,
        @DefaultValue("PT1M") Duration per) {}
