package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.RealInput;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.PublishedSeeds;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * How fast the portal searches among all Japanese patents of a year, 1,140,000, beside the same searches by plain Lucene on the
 * same index and by PostgreSQL's full text on the same records, in one run. Run by hand: {@code mvn test
 * -Dtest=SearchBenchmark}; {@code -Dkakehashi.benchmark.records} for fewer, {@code -Dkakehashi.benchmark.database} and {@code
 * -Dkakehashi.benchmark.folder} keep them for another run. Times are from a question to numbers, total and
 * counts; PostgreSQL is asked for numbers and total, and for the counts of four facets where facets are asked for.
 */
@ProcessTest
@TestPropertySource(
        properties = {
            "spring.application.name=kakehashi-search-benchmark",
            "spring.datasource.hikari.maximum-pool-size=40",
            "spring.jpa.properties.hibernate.search.backend.directory.type=local-filesystem",
            "spring.jpa.properties.hibernate.search.indexing.plan.synchronization.strategy=async"
        })
class SearchBenchmark {

    private static final int RECORDS = Integer.getInteger("kakehashi.benchmark.records", 1_140_000);
    private static final long SECONDS = Integer.getInteger("kakehashi.benchmark.seconds", 8);
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int EACH = 40;

    @Autowired
    SeedSearch search;

    @Autowired
    PublishedSeeds seeds;

    @Autowired
    PortalIndex index;

    @Autowired
    SeedFixture fixture;

    @Autowired
    SeedRegistration registration;

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Value("${kakehashi.data.folder}")
    Path data;

    private enum Kind {
        RARE_WORDS,
        FREQUENT_WORDS,
        TWO_WORDS,
        PHRASES,
        FACETS,
        JAPANESE
    }

    private final Map<Kind, List<SeedQuery>> queries = new EnumMap<>(Kind.class);

    @Test
    void searchesAmongAllPatentsOfAYear() throws Exception {
        RealInput.assumeThere();
        if (jdbc.sql("SELECT to_regclass('full_text') IS NULL")
                .query(Boolean.class)
                .single()) {
            enter();
            writeIndex();
            writeFullText();
        }
        try (var directory = FSDirectory.open(folder());
                var reader = DirectoryReader.open(directory)) {
            chooseQueries(reader);
            var lucene = new PlainLucene(reader);
            System.out.printf(
                    "%-15s %-28s %7s %9s %9s %9s %9s%n", "", "", "clients", "p50 ms", "p95 ms", "p99 ms", "1/s");
            for (Kind kind : Kind.values()) {
                List<SeedQuery> asked = queries.get(kind);
                asked.forEach(query -> {
                    search.find(query);
                    lucene.find(query);
                });
                for (int clients : CLIENTS) {
                    measure(kind, "portal", clients, asked, search::find);
                    measure(kind, "plain Lucene, same query", clients, asked, lucene::find);
                    measure(kind, "PostgreSQL full text", clients, asked, this::inPostgres);
                }
            }
            measure(Kind.RARE_WORDS, "portal and records", 1, queries.get(Kind.RARE_WORDS), this::withRecords);
            measure(Kind.FREQUENT_WORDS, "portal and records", 1, queries.get(Kind.FREQUENT_WORDS), this::withRecords);
        }
        System.gc();
        System.out.printf(
                "heap in use %,d MB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private void enter() throws Exception {
        String like = fixture.registered(SeedFixture.classified("H01M 10/0562"));
        registration.publish(like);
        try (Connection connection = database.getConnection()) {
            long begun = System.nanoTime();
            double copied = new GrownRecords().enter(connection, RECORDS, like);
            System.out.printf(
                    "%,d records; COPY of their texts %,.0f rows/s; entered after %.0f s%n",
                    RECORDS, RECORDS / copied, (System.nanoTime() - begun) / 1e9);
        }
    }

    private void writeIndex() throws Exception {
        long begun = System.nanoTime();
        long peak = 0;
        index.rebuild();
        while (index.progress().runs()) {
            Thread.sleep(200);
            peak = Math.max(
                    peak,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(index.progress().state()).isEqualTo(PortalIndex.State.READY);
        Search.mapping(entities).scope(Seed.class).workspace().flush();
        Search.mapping(entities).scope(Seed.class).workspace().refresh();
        try (Stream<Path> files = Files.list(folder())) {
            System.out.printf(
                    "index written in %.0f s, %,.0f records/s, %,d MB, peak heap %,d MB%n",
                    seconds,
                    RECORDS / seconds,
                    files.mapToLong(file -> file.toFile().length()).sum() >> 20,
                    peak >> 20);
        }
    }

    private Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(data.resolve("index"))) {
            return folders.filter(each -> each.getFileName().toString().startsWith("seed-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void writeFullText() throws Exception {
        long begun = System.nanoTime();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE full_text AS SELECT number, prefecture, licence_offered, licence_royalty, trl,
                      CASE language WHEN 'ja' THEN to_tsvector('simple', words) ELSE
                        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', applicant), 'B')
                          || to_tsvector('english', outline) END AS words
                    FROM grown
                    """);
            statement.execute("CREATE INDEX ON full_text USING gin (words)");
            statement.execute("ANALYZE full_text");
            connection.commit();
        }
        System.out.printf("PostgreSQL full text written in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    /** From the dictionary of the index: words of so many records, and pairs that stand in one. */
    private void chooseQueries(DirectoryReader reader) throws IOException {
        int all = reader.numDocs();
        List<String> frequent = words(reader, Tongue.ENGLISH, all / 20, all);
        queries.put(Kind.RARE_WORDS, asked(words(reader, Tongue.ENGLISH, 3, all / 20_000 + 20)));
        queries.put(Kind.FREQUENT_WORDS, asked(frequent));
        queries.put(
                Kind.TWO_WORDS,
                asked(IntStream.range(0, EACH)
                        .mapToObj(i -> frequent.get(i * 7 % frequent.size()) + " "
                                + frequent.get((i * 11 + 3) % frequent.size()))
                        .toList()));
        queries.put(Kind.PHRASES, asked(phrases()));
        queries.put(
                Kind.FACETS,
                asked(frequent).stream()
                        .map(query -> query.toggle(Facet.PREFECTURE, "JP-13").toggle(Facet.LICENCE, "YES"))
                        .toList());
        queries.put(Kind.JAPANESE, asked(words(reader, Tongue.JAPANESE, all / 200, all)));
        queries.forEach((kind, asked) -> System.out.println(
                kind + ": " + asked.stream().limit(8).map(SeedQuery::text).toList()));
    }

    private static List<SeedQuery> asked(List<String> texts) {
        return texts.stream().limit(EACH).map(SeedQuery.everything()::saying).toList();
    }

    private static List<String> words(DirectoryReader reader, Tongue tongue, int least, int most) throws IOException {
        List<String> words = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, tongue.field(Part.TEXT));
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            String word = term.utf8ToString();
            if (each.docFreq() >= least
                    && each.docFreq() <= most
                    && word.matches(tongue == Tongue.ENGLISH ? "[a-z]{4,}" : "[\\p{IsKatakana}\\p{IsHan}ー]{2,}")) {
                words.add(word);
            }
        }
        int step = Math.max(1, words.size() / EACH);
        return IntStream.range(0, words.size())
                .filter(i -> i % step == 0)
                .mapToObj(words::get)
                .toList();
    }

    private List<String> phrases() {
        return jdbc
                .sql(
                        "SELECT title FROM seed WHERE language = 'en' AND title ~ '^[A-Za-z]+ [A-Za-z]+ [A-Za-z ]+$' LIMIT 400")
                .query(String.class)
                .list()
                .stream()
                .map(title ->
                        "\"" + String.join(" ", Arrays.asList(title.split(" ")).subList(0, 2)) + "\"")
                .distinct()
                .toList();
    }

    private static void measure(Kind kind, String engine, int clients, List<SeedQuery> asked, Consumer<SeedQuery> by)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        var next = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + SECONDS * 1_000_000_000L;
        Callable<List<Long>> client = () -> {
            List<Long> times = new ArrayList<>();
            do {
                SeedQuery query = asked.get(next.getAndIncrement() % asked.size());
                long start = System.nanoTime();
                by.accept(query);
                times.add(System.nanoTime() - start);
            } while (System.nanoTime() < end);
            return times;
        };
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> each :
                IntStream.range(0, clients).mapToObj(i -> pool.submit(client)).toList()) {
            times.addAll(each.get());
        }
        pool.shutdown();
        double took = (System.nanoTime() - begun) / 1e9;
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-15s %-28s %7d %9.1f %9.1f %9.1f %9.1f%n",
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                engine,
                clients,
                at(times, 50),
                at(times, 95),
                at(times, 99),
                times.size() / took);
    }

    private static double at(List<Long> times, int percent) {
        return times.get(Math.min(times.size() - 1, times.size() * percent / 100)) / 1e6;
    }

    private void withRecords(SeedQuery query) {
        seeds.numbered(search.find(query).numbers());
    }

    private void inPostgres(SeedQuery query) {
        boolean japanese = Tongue.of(query.text()) == Tongue.JAPANESE;
        String asked = japanese ? Tongue.JAPANESE.line(query.text()) : query.text();
        String from = " FROM full_text, websearch_to_tsquery('" + (japanese ? "simple" : "english")
                + "', :asked) asked WHERE words @@ asked";
        String narrowed = query.narrowed() ? " AND prefecture = 'JP-13' AND licence_offered = 'YES'" : "";
        jdbc.sql("SELECT number" + from + narrowed + " ORDER BY ts_rank(words, asked) DESC, number DESC LIMIT 20")
                .param("asked", asked)
                .query(String.class)
                .list();
        jdbc.sql("SELECT count(*)" + from + narrowed)
                .param("asked", asked)
                .query(Long.class)
                .single();
        if (query.narrowed()) {
            jdbc.sql("SELECT prefecture, licence_offered, licence_royalty, trl, count(*)" + from
                            + " GROUP BY GROUPING SETS ((prefecture), (licence_offered), (licence_royalty), (trl))")
                    .param("asked", asked)
                    .query((row, i) -> row.getLong(5))
                    .list();
        }
    }

    /** The same query: the numbers of the twenty best, the total and the counts of every facet, with nothing but Lucene and its facets. */
    private final class PlainLucene {

        private final IndexSearcher searcher;
        private final List<LeafReaderContext> leaves;
        private final Map<Facet, StringDocValuesReaderState> facets = new EnumMap<>(Facet.class);

        PlainLucene(DirectoryReader reader) throws IOException {
            searcher = new IndexSearcher(reader);
            leaves = reader.leaves();
            for (Facet facet : Facet.values()) {
                String field = field(facet);
                if (FieldInfos.getMergedFieldInfos(reader).fieldInfo(field) != null) {
                    facets.put(facet, new StringDocValuesReaderState(reader, field));
                }
            }
        }

        /** A chosen facet is counted as if it had no choice, as the portal does. */
        void find(SeedQuery query) {
            try {
                Query asked = asked(query, null);
                var best = searcher.search(asked, new TopScoreDocCollectorManager(SeedQuery.PAGE, SeedQuery.PAGE));
                for (ScoreDoc each : best.scoreDocs) {
                    number(each.doc);
                }
                FacetsCollector hits = searcher.search(asked, new FacetsCollectorManager());
                hits.getMatchingDocs().stream()
                        .mapToLong(each -> each.totalHits)
                        .sum();
                for (Facet facet : facets.keySet()) {
                    count(
                            facet,
                            query.chosen(facet).isEmpty()
                                    ? hits
                                    : searcher.search(asked(query, facet), new FacetsCollectorManager()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Query asked(SeedQuery query, @Nullable Facet without) {
            SearchPredicateFactory find =
                    Search.mapping(entities).scope(Seed.class).predicate();
            var all = find.bool().must(new TextPredicate(find, SearchText.of(query.text())).allWords());
            query.chosen().forEach((facet, values) -> {
                if (facet != without) {
                    all.filter(find.match()
                            .field(Fields.of(facet))
                            .matching(values.iterator().next()));
                }
            });
            return LuceneMigrationUtils.toLuceneQuery(all.toPredicate());
        }

        private String number(int doc) throws IOException {
            LeafReaderContext segment = leaves.get(ReaderUtil.subIndex(doc, leaves));
            SortedSetDocValues numbers = DocValues.getSortedSet(segment.reader(), Fields.NUMBER);
            numbers.advanceExact(doc - segment.docBase);
            return numbers.lookupOrd(numbers.nextOrd()).utf8ToString();
        }

        private void count(Facet facet, FacetsCollector hits) throws IOException {
            new StringValueFacetCounts(facets.get(facet), hits).getTopChildren(50, field(facet));
        }

        private static String field(Facet facet) {
            return facet == Facet.IPC ? Fields.ofSymbol("H") : Fields.of(facet);
        }
    }
}
