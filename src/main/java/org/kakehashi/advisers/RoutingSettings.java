package org.kakehashi.advisers;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How routing treats the advisers.
 *
 * @param capacity of open records and cases; who has reached it is passed over while anybody else is free
 */
@Validated
@ConfigurationProperties("kakehashi.advisers.routing")
record RoutingSettings(@Positive @DefaultValue("60") int capacity) {}
