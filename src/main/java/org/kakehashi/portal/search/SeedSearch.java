package org.kakehashi.portal.search;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;
import org.jspecify.annotations.Nullable;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.Found;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.OrganisationType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks for published records in the index, and takes no connection to the database for it. */
@Component
public class SeedSearch {

    private static final int LONGEST_TO_SPELL = 100;

    private final EntityManager entities;
    private final Vocabulary vocabulary;
    private final Counting counting;

    SeedSearch(EntityManager entities, Vocabulary vocabulary, Counting counting) {
        this.entities = entities;
        this.vocabulary = vocabulary;
        this.counting = counting;
    }

    /** @throws RuntimeException where the index cannot be read */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Found find(SeedQuery query) {
        SearchText text = SearchText.of(query.text());
        int words = TextPredicate.looked(text).size();
        boolean anyWord = false;
        SearchPredicate records = records(query, text, false, facet -> true);
        Counted counted = count(query, text, false, records);
        if (counted.total == 0 && words > 1) {
            SearchPredicate wider = records(query, text, true, facet -> true);
            Counted some = count(query, text, true, wider);
            if (some.total > 0) {
                records = wider;
                counted = some;
                anyWord = true;
            }
        }
        return new Found(
                counted.total == 0 ? List.of() : page(query, text, records),
                counted.total,
                counted.values,
                anyWord,
                words == 0 && text.unwanted().isEmpty() && !query.text().isEmpty(),
                text.cut(),
                words > 0 && (anyWord || counted.total == 0) ? meant(query) : null);
    }

    /** A spelling that finds something, where the one typed did not. */
    private @Nullable String meant(SeedQuery query) {
        return Spelling.of(StringUtils.truncate(query.text(), LONGEST_TO_SPELL), vocabulary)
                .filter(other -> finds(query.saying(other)))
                .orElse(null);
    }

    private boolean finds(SeedQuery query) {
        SearchText text = SearchText.of(query.text());
        return !page(query, text, records(query, text, false, facet -> true)).isEmpty();
    }

    /**
     * The numbers of records that resemble a published one by its words and its classes, the most alike first.
     *
     * @throws RuntimeException where the index cannot be read
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> similar(Seed seed, int most) {
        PublishedSeed shown = PublishedSeed.of(seed, OrganisationType.OTHER);
        String words = String.join(
                " ", shown.texts().getOrDefault(Part.TITLE, ""), shown.texts().getOrDefault(Part.PRODUCTS, ""));
        Tongue tongue = Tongue.of(words);
        return Search.session(entities)
                .search(Seed.class)
                .select(find -> find.id(String.class))
                .where(find -> {
                    var alike = find.bool()
                            .should(find.match().field(tongue.field(Part.TEXT)).matching(tongue.line(words)));
                    shown.values().getOrDefault(Facet.IPC, Set.of()).stream()
                            .filter(symbol -> symbol.length() > 3)
                            .forEach(symbol -> alike.should(
                                    find.match().field(Fields.ofSymbol(symbol)).matching(symbol)));
                    return find.bool().must(alike).mustNot(find.id().matching(seed.number()));
                })
                .fetchHits(most);
    }

    /**
     * Records of a search that were published within a time.
     *
     * @param numbers the latest, as many as were asked for
     * @param total all of them
     */
    public record News(List<String> numbers, long total) {}

    /**
     * What of a search was published after an instant and up to another; each has all the words.
     *
     * @throws RuntimeException where the index cannot be read
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public News news(SeedQuery query, Instant after, Instant until, int most) {
        SearchText text = SearchText.of(query.text());
        SearchResult<String> found = Search.session(entities)
                .search(Seed.class)
                .select(find -> find.id(String.class))
                .where(find -> find.bool()
                        .must(criteria(find, query, text, false, facet -> true))
                        .filter(find.range()
                                .field(Fields.PUBLISHED)
                                .range(Range.between(
                                        after, RangeBoundInclusion.EXCLUDED, until, RangeBoundInclusion.INCLUDED))))
                .sort(find -> find.field(Fields.PUBLISHED)
                        .desc()
                        .then()
                        .field(Fields.NUMBER)
                        .desc())
                .fetch(most);
        return new News(found.hits(), found.total().hitCount());
    }

    private List<String> page(SeedQuery query, SearchText text, SearchPredicate records) {
        return Search.session(entities)
                .search(Seed.class)
                .select(find -> find.id(String.class))
                .where(records)
                .sort(find -> order(find, query, text))
                .fetchHits((query.page() - 1) * SeedQuery.PAGE, SeedQuery.PAGE);
    }

    private record Counted(long total, Map<Facet, Map<String, Long>> values) {}

    /** A facet's own choice does not narrow its counts, or nobody could see what another choice would bring. */
    private Counted count(SeedQuery query, SearchText text, boolean anyWord, SearchPredicate records) {
        List<String> open = Stream.of(Facet.values())
                .filter(facet -> query.chosen(facet).isEmpty())
                .flatMap(facet -> fields(facet, query).stream())
                .toList();
        Counting.Counts all = counting.of(records, open);
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> fields = fields(facet, query);
            Map<String, Map<String, Long>> counted = query.chosen(facet).isEmpty()
                    ? all.values()
                    : counting.of(records(query, text, anyWord, other -> other != facet), fields)
                            .values();
            var values = new LinkedHashMap<String, Long>();
            fields.forEach(field -> values.putAll(counted.getOrDefault(field, Map.of())));
            counts.put(facet, values);
        }
        return new Counted(all.total(), counts);
    }

    private SearchPredicate records(SeedQuery query, SearchText text, boolean anyWord, Predicate<Facet> narrowing) {
        return criteria(
                        Search.mapping(entities.getEntityManagerFactory())
                                .scope(Seed.class)
                                .predicate(),
                        query,
                        text,
                        anyWord,
                        narrowing)
                .toPredicate();
    }

    private static PredicateFinalStep criteria(
            SearchPredicateFactory find,
            SeedQuery query,
            SearchText text,
            boolean anyWord,
            Predicate<Facet> narrowing) {
        var words = new TextPredicate(find, text);
        var all = find.bool().must(anyWord ? words.anyWord() : words.allWords());
        query.chosen().forEach((facet, values) -> {
            if (narrowing.test(facet)) {
                all.filter(anyOf(find, facet, values));
            }
        });
        return all;
    }

    private static PredicateFinalStep anyOf(SearchPredicateFactory find, Facet facet, Set<String> values) {
        var any = find.bool();
        values.forEach(value -> any.should(find.match()
                .field(facet == Facet.IPC ? Fields.ofSymbol(value) : Fields.of(facet))
                .matching(value)));
        return any;
    }

    private static SortFinalStep order(SearchSortFactory find, SeedQuery query, SearchText text) {
        var first =
                switch (query.order()) {
                    case RELEVANCE ->
                        TextPredicate.looked(text).isEmpty()
                                ? find.field(Fields.SINCE).desc().missing().last()
                                : find.score();
                    case NEWEST -> find.field(Fields.SINCE).desc().missing().last();
                    case OLDEST -> find.field(Fields.SINCE).asc().missing().last();
                    case TITLE -> find.field(Fields.TITLE_ORDER).asc();
                    case MATURITY -> find.field(Fields.TRL).desc().missing().last();
                };
        return first.then().field(Fields.NUMBER).desc();
    }

    /** Of the classification only the levels that the visitor has opened. */
    private static List<String> fields(Facet facet, SeedQuery query) {
        if (facet != Facet.IPC) {
            return List.of(Fields.of(facet));
        }
        List<String> levels = new ArrayList<>(List.of(Fields.ofSymbol("H")));
        Stream.of("H01", "H01M", "H01M 10")
                .filter(deeper ->
                        query.chosen(Facet.IPC).stream().anyMatch(symbol -> symbol.length() >= parent(deeper)))
                .map(Fields::ofSymbol)
                .forEach(levels::add);
        return levels;
    }

    /** How long the symbol above is. */
    private static int parent(String symbol) {
        return switch (symbol.length()) {
            case 3 -> 1;
            case 4 -> 3;
            default -> 4;
        };
    }
}
