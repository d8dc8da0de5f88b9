package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.RealInput;
import org.kakehashi.shared.Side;
import org.springframework.util.FileSystemUtils;

/**
 * How fast matching is among very many records, beside plain Lucene in the same run. Run by hand: {@code mvn test
 * -Dtest=MatchingBenchmark -Dkakehashi.benchmark.seeds=1140000}. Records are grown from the real ones: each takes the
 * first half of one text and the second half of another, and a direction between both, shaken a little. Each search runs on
 * one thread; its time is the processor's, so that what else the machine does is left out.
 */
class MatchingBenchmark {

    private static final int SEEDS = Integer.getInteger("kakehashi.benchmark.seeds", 1_140_000);
    private static final int NEEDS = Integer.getInteger("kakehashi.benchmark.needs", 10_000);
    private static final int SEARCHES = 200;
    private static final int TOP = 50;
    private static final Path FOLDER = Path.of("target/benchmark");

    private final Random chance = new Random(7);
    private final TextModel model = TextModel.english(1);
    private final RealTexts real = new RealTexts(model);

    MatchingBenchmark() throws IOException {}

    @Test
    void searchesAmongVeryManyRecords() throws IOException {
        RealInput.assumeThere();
        FileSystemUtils.deleteRecursively(FOLDER);
        try (SideIndex needs = grown(Side.LICENSEE, RealInput.TOPICS, "description", NEEDS);
                SideIndex seeds = grown(Side.LICENSOR, RealInput.AWARDS, "abstract", SEEDS)) {
            List<String> asking = asking(RealInput.TOPICS, "description");
            List<float[]> directions = directions(asking);
            for (int warm = 0; warm < 2; warm++) {
                time("one need, plain Lucene's MoreLikeThis, top 50", asking, i -> plain(seeds, asking.get(i)));
                time("one need, words and pairs, top 50", asking, i -> search(needs, seeds, asking.get(i), null));
                time(
                        "one need, words, pairs and meaning, top 50",
                        asking,
                        i -> search(needs, seeds, asking.get(i), directions.get(i)));
            }
            List<String> offered = asking(RealInput.AWARDS, "abstract");
            List<float[]> offeredDirections = directions(offered);
            time(
                    "one new seed against all needs",
                    offered,
                    i -> search(seeds, needs, offered.get(i), offeredDirections.get(i)));
        }
        reading();
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("%d MB of heap in use%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private SideIndex grown(Side side, String file, String field, int size) throws IOException {
        List<String> texts = RealTexts.of(file, field).values().stream()
                .filter(text -> text.length() > 200 && real.isRead(text))
                .toList();
        List<float[]> vectors = directions(texts);
        Path folder = FOLDER.resolve(side.name());
        var index = new SideIndex(FSDirectory.open(folder));
        long start = System.nanoTime();
        for (int i = 0; i < size; i++) {
            int one = chance.nextInt(texts.size());
            int other = chance.nextInt(texts.size());
            String text = half(texts.get(one), true) + " " + half(texts.get(other), false);
            index.put(RealTexts.profile(side, side.name() + i, text), between(vectors.get(one), vectors.get(other)));
            if ((i + 1) % 50_000 == 0) {
                System.out.printf("%d of %s after %.0f s%n", i + 1, side, (System.nanoTime() - start) / 1e9);
            }
        }
        index.commit(Map.of());
        index.refresh();
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = files.mapToLong(path -> path.toFile().length()).sum();
            System.out.printf(
                    "%s: %d records indexed in %.0f s, %d MB%n",
                    side, size, (System.nanoTime() - start) / 1e9, bytes >> 20);
        }
        return index;
    }

    private static String half(String text, boolean first) {
        int middle = text.indexOf(' ', text.length() / 2);
        return middle < 0 ? text : first ? text.substring(0, middle) : text.substring(middle);
    }

    private float[] between(float[] one, float[] other) {
        float[] vector = one.clone();
        Vectors.add(vector, other);
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (0.02 * chance.nextGaussian());
        }
        return Vectors.normalised(vector);
    }

    private List<String> asking(String file, String field) throws IOException {
        List<String> texts = RealTexts.of(file, field).values().stream()
                .filter(text -> text.length() > 200 && real.isRead(text))
                .toList();
        List<String> asking = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            asking.add(texts.get(chance.nextInt(texts.size())));
        }
        return asking;
    }

    private List<float[]> directions(List<String> texts) throws IOException {
        List<float[]> directions = new ArrayList<>();
        for (String text : texts) {
            directions.add(real.vector(text));
        }
        return directions;
    }

    private static void plain(SideIndex seeds, String text) {
        seeds.read(searcher -> {
            var alike = new MoreLikeThis(searcher.getIndexReader());
            alike.setAnalyzer(TextLanguage.ENGLISH.wordAnalyser());
            alike.setFieldNames(new String[] {TextLanguage.ENGLISH.words()});
            var plain = new IndexSearcher(searcher.getIndexReader());
            plain.setSimilarity(new BM25Similarity());
            return plain.search(alike.like(TextLanguage.ENGLISH.words(), new StringReader(text)), TOP);
        });
    }

    private static void search(SideIndex own, SideIndex wanted, String text, float @Nullable [] direction) {
        Profile asking = RealTexts.profile(Side.LICENSEE, "asking", text);
        own.read(kin -> wanted.read(searcher -> new HybridSearch(new HybridSearch.Mix(0.7, 1, 300))
                .search(
                        searcher,
                        wanted.background(searcher),
                        HybridSearch.Question.of(
                                asking,
                                direction,
                                kin,
                                own.background(kin),
                                searcher,
                                SideIndex.eligible(Set.of(), Set.of(asking.organisationId()))))
                .subList(0, TOP)));
    }

    private interface Search {
        void by(int number) throws IOException;
    }

    private static void time(String what, List<String> asking, Search search) throws IOException {
        var processor = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[asking.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = processor.getCurrentThreadCpuTime();
            search.by(i);
            nanos[i] = processor.getCurrentThreadCpuTime() - start;
        }
        double all = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-50s p50 %6.1f ms  p95 %6.1f ms  %6.1f a second%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos.length / all);
    }

    private void reading() throws IOException {
        List<String> texts = asking(RealInput.AWARDS, "abstract").subList(0, 50);
        long start = System.nanoTime();
        texts.forEach(model::vector);
        System.out.printf(
                Locale.ROOT, "the model reads %.1f seeds a second%n", texts.size() * 1e9 / (System.nanoTime() - start));
    }
}
