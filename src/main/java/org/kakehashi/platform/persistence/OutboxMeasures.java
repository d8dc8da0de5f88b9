package org.kakehashi.platform.persistence;

import org.kakehashi.platform.metrics.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxMeasures {

    @Bean
    Measure untoldEvents() {
        return new Measure(
                "kakehashi.events.untold",
                null,
                "News between modules that somebody has not taken yet",
                null,
                "SELECT count(*) AS value FROM event_publication WHERE completion_date IS NULL");
    }

    @Bean
    Measure delayOfEvents() {
        return new Measure(
                "kakehashi.event.delay",
                "seconds",
                "For how long the oldest of them waits",
                null,
                "SELECT coalesce(extract(epoch FROM :now - min(publication_date)), 0) AS value FROM event_publication"
                        + " WHERE completion_date IS NULL");
    }
}
