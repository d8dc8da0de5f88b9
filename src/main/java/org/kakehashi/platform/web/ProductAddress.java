package org.kakehashi.platform.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where readers of mails reach the application. */
@ConfigurationProperties("kakehashi")
public record ProductAddress(
        @DefaultValue("http://localhost:8080") URI address) {}
