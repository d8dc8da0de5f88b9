package org.kakehashi.parties;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param validity how long a link holds */
@ConfigurationProperties("kakehashi.parties")
record LinkSettings(@DefaultValue("P14D") Duration validity) {}
