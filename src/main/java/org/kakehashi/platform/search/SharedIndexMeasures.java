package org.kakehashi.platform.search;

import org.kakehashi.platform.metrics.Measure;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "opensearch")
class SharedIndexMeasures {

    @Bean
    Measure changesNotIndexed() {
        return new Measure(
                "kakehashi.search.waiting",
                null,
                "Changes that the shared search index does not show yet",
                null,
                "SELECT count(*) AS value FROM hsearch_outbox_event");
    }
}
