package org.kakehashi.platform.search;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.outboxpolling.OutboxPollingExtension;
import org.hibernate.search.mapper.orm.outboxpolling.mapping.OutboxPollingSearchMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has changes indexed that Hibernate Search gave up after three tries, as it does while OpenSearch does not answer: none is
 * ever dropped.
 */
@Component
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "opensearch")
class SharedIndexing {

    private static final Logger LOG = LoggerFactory.getLogger(SharedIndexing.class);

    private final EntityManagerFactory entities;

    SharedIndexing(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void tryAgain() {
        OutboxPollingSearchMapping outbox = Search.mapping(entities).extension(OutboxPollingExtension.get());
        if (outbox.countAbortedEvents() > 0 && answers()) {
            LOG.info("{} changes were not indexed and are tried again", outbox.reprocessAbortedEvents());
        }
    }

    private boolean answers() {
        try {
            Search.mapping(entities)
                    .backend()
                    .unwrap(ElasticsearchBackend.class)
                    .client(RestClient.class)
                    .performRequest(new Request("HEAD", "/"));
            return true;
        } catch (IOException e) {
            LOG.warn("OpenSearch does not answer: {}", e.toString());
            return false;
        }
    }
}
