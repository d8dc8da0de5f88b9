package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.kakehashi.RealInput;

/** How often the search finds the seed that answers a need, on real needs and seeds whose titles are withheld. */
class RelevanceTest {

    @Test
    void theRightSeedIsAmongTheFirstTenForFourNeedsInFive() throws IOException {
        RealInput.assumeThere();
        Map<String, String> needs = texts(RealInput.TOPICS, "description");
        IndexSearcher ownKind = index(needs);
        IndexSearcher seeds = index(texts(RealInput.AWARDS, "abstract"));
        Map<String, Set<String>> answers = RealInput.answers();

        double ndcg = 0;
        double reciprocalRank = 0;
        double hits = 0;
        long start = System.nanoTime();
        for (var answer : answers.entrySet()) {
            List<String> found = search(needs.get(answer.getKey()), ownKind, seeds);
            List<Integer> places = IntStream.range(0, found.size())
                    .filter(place -> answer.getValue().contains(found.get(place)))
                    .boxed()
                    .toList();
            ndcg += places.stream().mapToDouble(RelevanceTest::gain).sum()
                    / IntStream.range(0, Math.min(10, answer.getValue().size()))
                            .mapToDouble(RelevanceTest::gain)
                            .sum();
            reciprocalRank += places.isEmpty() ? 0 : 1.0 / (places.get(0) + 1);
            hits += places.isEmpty() || places.get(0) >= 10 ? 0 : 1;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int count = answers.size();
        System.out.printf(
                Locale.ROOT,
                "Relevance over %d needs: nDCG@10 %.3f, MRR %.3f, hit@10 %.3f, %.0f needs a second%n",
                count,
                ndcg / count,
                reciprocalRank / count,
                hits / count,
                count / seconds);
        assertThat(count).isEqualTo(185);
        assertThat(ndcg / count).isGreaterThan(0.75);
        assertThat(reciprocalRank / count).isGreaterThan(0.74);
        assertThat(hits / count).isGreaterThan(0.86);
    }

    private List<String> search(String text, IndexSearcher ownKind, IndexSearcher seeds) throws IOException {
        var words = SearchWords.of(text, TextLanguage.ENGLISH, ownKind.getIndexReader(), seeds.getIndexReader());
        List<String> found = new ArrayList<>();
        for (var hit : seeds.search(words.query(), 100).scoreDocs) {
            found.add(seeds.storedFields().document(hit.doc).get("id"));
        }
        return found;
    }

    private IndexSearcher index(Map<String, String> texts) throws IOException {
        var directory = new ByteBuffersDirectory();
        var settings = new IndexWriterConfig(SearchTexts.analyser(TextLanguage.ENGLISH));
        settings.setSimilarity(TextAnalysis.SIMILARITY);
        try (var writer = new IndexWriter(directory, settings)) {
            for (var text : texts.entrySet()) {
                var document = SearchTexts.document(text.getValue(), TextLanguage.ENGLISH);
                document.add(new StringField("id", text.getKey(), Field.Store.YES));
                writer.addDocument(document);
            }
        }
        var searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(TextAnalysis.SIMILARITY);
        return searcher;
    }

    private static Map<String, String> texts(String file, String field) throws IOException {
        Map<String, String> texts = new HashMap<>();
        RealInput.forEachRow(
                file, row -> texts.put(row.path("id").asText(), row.path(field).asText("")));
        return texts;
    }

    private static double gain(int place) {
        return place < 10 ? Math.log(2) / Math.log(place + 2) : 0;
    }
}
