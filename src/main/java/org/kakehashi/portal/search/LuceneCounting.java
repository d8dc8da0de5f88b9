package org.kakehashi.portal.search;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.registry.Seed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Counts with Lucene's own facets. Hibernate Search's aggregations would number all values of the index anew for each search;
 * here that is done once for each state of the index.
 */
@Component
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "lucene", matchIfMissing = true)
class LuceneCounting implements Counting {

    private final EntityManagerFactory entities;
    private volatile @Nullable Numbering numbering;

    LuceneCounting(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public Map<String, Map<String, Long>> of(SearchPredicate records, Collection<String> fields) {
        try (IndexReader all = Search.mapping(entities)
                .scope(Seed.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            // Hibernate Search wraps the reader of the one index anew each time.
            IndexReader index = all.getContext().children().get(0).reader();
            FacetsCollector hits = new IndexSearcher(index)
                    .search(LuceneMigrationUtils.toLuceneQuery(records), new FacetsCollectorManager());
            Numbering numbers = numbered(index);
            var counts = new HashMap<String, Map<String, Long>>();
            for (String field : fields) {
                counts.put(field, values(new StringValueFacetCounts(numbers.of(field), hits), field));
            }
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> values(StringValueFacetCounts counted, String field) throws IOException {
        var values = new LinkedHashMap<String, Long>();
        for (LabelAndValue each : counted.getTopChildren(MOST_VALUES, field).labelValues) {
            values.put(each.label, each.value.longValue());
        }
        return values;
    }

    private Numbering numbered(IndexReader index) {
        Numbering known = numbering;
        if (known == null || known.index != index) {
            known = new Numbering(index, new ConcurrentHashMap<>());
            numbering = known;
        }
        return known;
    }

    /** The numbers of all values in one state of the index. */
    private record Numbering(IndexReader index, Map<String, StringDocValuesReaderState> fields) {

        StringDocValuesReaderState of(String field) {
            return fields.computeIfAbsent(field, name -> {
                try {
                    return new StringDocValuesReaderState(index, name);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
