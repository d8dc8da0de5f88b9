package org.kakehashi.portal.search;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
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
 * Counts in this node's index. Hibernate Search's aggregations would number all values of the index anew for each search;
 * here that is done once for each state of the index.
 */
@Component
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "lucene", matchIfMissing = true)
class LuceneCounting implements Counting {

    private final EntityManagerFactory entities;
    private volatile @Nullable State state;

    LuceneCounting(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public Counts of(SearchPredicate records, Collection<String> fields) {
        try (IndexReader all = Search.mapping(entities)
                .scope(Seed.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            // Hibernate Search wraps the reader of the one index anew each time.
            IndexReader index = all.getContext().children().get(0).reader();
            List<MatchingDocs> hits = new IndexSearcher(index)
                    .search(LuceneMigrationUtils.toLuceneQuery(records), new FacetsCollectorManager())
                    .getMatchingDocs();
            State now = stateOf(index);
            var counts = new HashMap<String, Map<String, Long>>();
            for (String field : fields) {
                counts.put(field, now.values(field).counts(hits, MOST_VALUES));
            }
            return new Counts(hits.stream().mapToLong(each -> each.totalHits).sum(), counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State stateOf(IndexReader index) {
        State known = state;
        if (known == null || known.index != index) {
            known = new State(index, new ConcurrentHashMap<>());
            state = known;
        }
        return known;
    }

    /** The values of one state of the index. */
    private record State(IndexReader index, Map<String, FieldValues> fields) {

        FieldValues values(String field) {
            return fields.computeIfAbsent(field, name -> {
                try {
                    return new FieldValues(index, name);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
