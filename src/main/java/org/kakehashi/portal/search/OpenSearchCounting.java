package org.kakehashi.portal.search;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.Search;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.registry.Seed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Counts with OpenSearch's aggregations, whose answers it keeps as long as its index does not change. */
@Component
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "opensearch")
class OpenSearchCounting implements Counting {

    private final EntityManager entities;

    OpenSearchCounting(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Counts of(SearchPredicate records, Collection<String> fields) {
        var search = Search.session(entities).search(Seed.class).where(records);
        fields.forEach(field -> search.aggregation(key(field), find -> find.terms()
                .field(field, String.class)
                .orderByCountDescending()
                .maxTermCount(MOST_VALUES)));
        var found = search.fetch(0);
        return new Counts(
                found.total().hitCount(),
                fields.stream().collect(Collectors.toMap(Function.identity(), field -> found.aggregation(key(field)))));
    }

    private static AggregationKey<Map<String, Long>> key(String field) {
        return AggregationKey.of(field);
    }
}
