package org.kakehashi.matching.search;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.predicate.dsl.LuceneSearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks in the index of one side for what may answer a record of the other. */
@Component
public class CandidateSearch {

    private final EntityManager entities;
    private final TransactionTemplate ownTransaction;

    CandidateSearch(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What was found for a record.
     *
     * @param relevance of each record found by its text, 1 for the best; 0 where only the classification agrees
     * @param words that the search looked for
     */
    public record Found(Map<String, Double> relevance, SearchWords words) {}

    /**
     * @param excluded numbers that shall not be found
     * @param depth how many shall be found by the text, and how many by the classification
     */
    public Found find(Profile record, Collection<String> excluded, int depth) {
        Class<?> wanted = type(record.side().other());
        SearchWords words = words(record, wanted);
        SearchSession session = Search.session(entities);
        Map<String, Double> relevance = new LinkedHashMap<>();
        if (words.count() > 0) {
            var hits = hits(session, wanted, record, excluded, depth, f -> f.fromLuceneQuery(words.query()));
            double best = hits.isEmpty() ? 1 : hits.get(0).score;
            hits.forEach(hit -> relevance.put(hit.number, hit.score / best));
        }
        if (!record.subclasses().isEmpty() || !record.fields().isEmpty()) {
            hits(session, wanted, record, excluded, depth, f -> sameClassification(f, record))
                    .forEach(hit -> relevance.putIfAbsent(hit.number, 0.0));
        }
        return new Found(relevance, words);
    }

    /** Returns when a search sees the record as it stands now, however much else waits to be indexed. */
    public void catchUp(Side side, String number) {
        ownTransaction.executeWithoutResult(status -> {
            Object record = entities.find(type(side), number);
            if (record != null) {
                SearchSession session = Search.session(entities);
                session.indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.readSync());
                session.indexingPlan().addOrUpdate(record);
            }
        });
    }

    private List<Hit> hits(
            SearchSession session,
            Class<?> wanted,
            Profile record,
            Collection<String> excluded,
            int depth,
            Criterion criterion) {
        return session.search(wanted)
                .extension(LuceneExtension.get())
                .select(f ->
                        f.composite().from(f.id(String.class), f.score()).as((number, score) -> new Hit(number, score)))
                .where(f -> {
                    var all = f.bool()
                            .filter(f.match().field(SearchMapping.OPEN).matching(true))
                            .mustNot(f.match()
                                    .field(SearchMapping.ORGANISATION)
                                    .matching(record.organisationId().toString()))
                            .must(criterion.in(f));
                    return excluded.isEmpty() ? all : all.mustNot(f.id().matchingAny(excluded));
                })
                .fetchHits(depth);
    }

    private static PredicateFinalStep sameClassification(LuceneSearchPredicateFactory f, Profile record) {
        var any = f.bool();
        record.mainGroups()
                .forEach(group -> any.should(f.match()
                        .field(SearchMapping.MAIN_GROUP)
                        .matching(group)
                        .constantScore()
                        .boost(3)));
        record.subclasses()
                .forEach(subclass -> any.should(f.match()
                        .field(SearchMapping.SUBCLASS)
                        .matching(subclass)
                        .constantScore()
                        .boost(2)));
        record.fields()
                .forEach(field -> any.should(f.match()
                        .field(SearchMapping.FIELD)
                        .matching(field.name())
                        .constantScore()));
        return any;
    }

    private SearchWords words(Profile record, Class<?> wanted) {
        var mapping = Search.mapping(entities.getEntityManagerFactory());
        Class<?> own = type(record.side());
        try (var ownReader = mapping.scope(own).extension(LuceneExtension.get()).openIndexReader();
                var wantedReader =
                        mapping.scope(wanted).extension(LuceneExtension.get()).openIndexReader()) {
            return SearchWords.of(record.text(), TextLanguage.of(record), ownReader, wantedReader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Side side) {
        return side == Side.LICENSOR ? Seed.class : Need.class;
    }

    private record Hit(String number, float score) {}

    private interface Criterion {
        PredicateFinalStep in(LuceneSearchPredicateFactory f);
    }
}
