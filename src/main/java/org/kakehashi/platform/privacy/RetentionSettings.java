package org.kakehashi.platform.privacy;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param periods by a rule's name, where not its own holds */
@ConfigurationProperties("kakehashi.retention")
record RetentionSettings(@DefaultValue Map<String, Period> periods) {}
