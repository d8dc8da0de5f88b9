package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.kakehashi.RealInput;

/**
 * How well each strategy finds the seed that is known to answer a need, on real needs and seeds whose titles are
 * withheld. Run by hand: {@code mvn test -Dtest=MatchingEvaluation}.
 */
class MatchingEvaluation {

    private static final TextLanguage LANGUAGE = TextLanguage.ENGLISH;
    private static final int DEPTH = 100;

    private final Map<String, String> needs;
    private final Map<String, Set<String>> answers;
    private final IndexSearcher ownKind;
    private final IndexSearcher seeds;

    MatchingEvaluation() throws IOException {
        RealInput.assumeThere();
        needs = texts(RealInput.TOPICS, "description");
        answers = RealInput.answers();
        List<IndexSearcher> both = Stream.of(needs, texts(RealInput.AWARDS, "abstract"))
                .parallel()
                .map(MatchingEvaluation::index)
                .toList();
        ownKind = both.get(0);
        seeds = both.get(1);
    }

    /** From a text to what is looked for in the seeds. */
    enum Strategy {
        MORE_LIKE_THIS("Lucene's MoreLikeThis as it comes"),
        WORDS("words, damped by the needs"),
        WORDS_AND_PAIRS("words and pairs, as the product searches");

        private final String described;

        Strategy(String described) {
            this.described = described;
        }
    }

    @Test
    void everyStrategySideBySide() {
        Map<Strategy, List<Measures>> all = new LinkedHashMap<>();
        for (Strategy strategy : Strategy.values()) {
            long start = System.nanoTime();
            List<Measures> measured = measure(strategy);
            double seconds = (System.nanoTime() - start) / 1e9;
            all.put(strategy, measured);
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %s  %4.0f needs a second%n",
                    strategy.described,
                    Measures.mean(measured),
                    measured.size() / seconds);
        }
        List<Measures> ours = Objects.requireNonNull(all.remove(Strategy.WORDS_AND_PAIRS));
        all.forEach((strategy, measured) -> System.out.printf(
                Locale.ROOT,
                "The product beside %-42s p = %.4f (paired randomisation, nDCG@10)%n",
                strategy.described,
                Measures.chance(ours, measured)));
    }

    /** Of each need, in the order of the file; as many at once as there are processors. */
    List<Measures> measure(Strategy strategy) {
        return List.copyOf(answers.entrySet()).parallelStream()
                .map(answer -> Measures.of(found(strategy, needs.getOrDefault(answer.getKey(), "")), answer.getValue()))
                .toList();
    }

    private List<String> found(Strategy strategy, String text) {
        IndexSearcher searcher = seeds;
        if (strategy == Strategy.MORE_LIKE_THIS) {
            searcher = new IndexSearcher(seeds.getIndexReader());
            searcher.setSimilarity(new BM25Similarity());
        }
        try {
            List<String> found = new ArrayList<>();
            for (var hit : searcher.search(query(strategy, text), DEPTH).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get("id"));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(Strategy strategy, String text) throws IOException {
        return switch (strategy) {
            case MORE_LIKE_THIS -> {
                var alike = new MoreLikeThis(seeds.getIndexReader());
                alike.setAnalyzer(LANGUAGE.wordAnalyser());
                alike.setFieldNames(new String[] {LANGUAGE.words()});
                yield alike.like(LANGUAGE.words(), new StringReader(text));
            }
            case WORDS -> onlyWords(weighed(text));
            case WORDS_AND_PAIRS -> weighed(text);
        };
    }

    private BooleanQuery weighed(String text) {
        return (BooleanQuery) SearchWords.of(text, LANGUAGE, ownKind.getIndexReader(), seeds.getIndexReader())
                .query();
    }

    private static Query onlyWords(BooleanQuery weighed) {
        var words = new BooleanQuery.Builder();
        weighed.clauses().stream()
                .filter(clause -> ((TermQuery) ((BoostQuery) clause.getQuery()).getQuery())
                        .getTerm()
                        .field()
                        .equals(LANGUAGE.words()))
                .forEach(words::add);
        return words.build();
    }

    private static IndexSearcher index(Map<String, String> texts) {
        var directory = new ByteBuffersDirectory();
        var settings = new IndexWriterConfig(SearchTexts.analyser(LANGUAGE));
        settings.setSimilarity(TextAnalysis.SIMILARITY);
        try {
            try (var writer = new IndexWriter(directory, settings)) {
                for (var text : texts.entrySet()) {
                    var document = SearchTexts.document(text.getValue(), LANGUAGE);
                    document.add(new StringField("id", text.getKey(), Field.Store.YES));
                    writer.addDocument(document);
                }
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(TextAnalysis.SIMILARITY);
            return searcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(String file, String field) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        RealInput.forEachRow(
                file, row -> texts.put(row.path("id").asText(), row.path(field).asText("")));
        return texts;
    }
}
