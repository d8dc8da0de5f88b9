package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
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
import java.util.stream.IntStream;
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
 * -Dtest=MatchingBenchmark -DargLine=-Xmx6g -Dkakehashi.benchmark.seeds=1140000}. Records are grown from the real ones: each takes the
 * first half of one text and the second half of another, and a direction between both, shaken a little: no model need read
 * them. They are indexed by two threads. Each search runs on one thread; its time is the processor's, so that what else the
 * machine does is left out.
 */
class MatchingBenchmark {

    private static final int SEEDS = Integer.getInteger("kakehashi.benchmark.seeds", 1_140_000);
    private static final int NEEDS = Integer.getInteger("kakehashi.benchmark.needs", 10_000);
    private static final int SEARCHES = 200;

    /** Searches are timed among an eighth of the seeds, a quarter, half, and all of them. */
    private static final int PARTS = 8;

    private static final int TOP = 50;

    /** Megabytes: a graph of directions that is written at once need not be woven anew with others. */
    private static final int BUFFER = 1500;

    private static final int THREADS = 2;
    private static final Path FOLDER = Path.of("target/benchmark");

    private final Random chance = new Random(7);
    private final TextModel model = TextModel.english(1);
    private final RealTexts real = new RealTexts(model);

    MatchingBenchmark() throws IOException {}

    @Test
    void searchesAmongVeryManyRecords() throws IOException {
        RealInput.assumeThere();
        FileSystemUtils.deleteRecursively(FOLDER);
        try (SideIndex needs = index(Side.LICENSEE);
                SideIndex seeds = index(Side.LICENSOR)) {
            var needTexts = new Grown(Side.LICENSEE, RealInput.TOPICS, "description");
            var seedTexts = new Grown(Side.LICENSOR, RealInput.AWARDS, "abstract");
            needTexts.fill(needs, 0, NEEDS);
            int there = 0;
            for (int part = PARTS; part > 0; part /= 2) {
                seedTexts.fill(seeds, there, SEEDS / part);
                there = SEEDS / part;
                search(needs, seeds);
            }
        }
        reading();
    }

    private void search(SideIndex needs, SideIndex seeds) throws IOException {
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
        nightly(needs, seeds, asking, directions);
        List<String> offered = asking(RealInput.AWARDS, "abstract");
        List<float[]> offeredDirections = directions(offered);
        time(
                "one new seed against all needs",
                offered,
                i -> search(seeds, needs, offered.get(i), offeredDirections.get(i)));
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("%d MB of heap in use%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static SideIndex index(Side side) throws IOException {
        return new SideIndex(FSDirectory.open(FOLDER.resolve(side.name())), BUFFER);
    }

    /** Real texts of one side, from which others are grown. */
    private final class Grown {

        private final Side side;
        private final List<String> texts;
        private final List<float[]> vectors;

        Grown(Side side, String file, String field) throws IOException {
            this.side = side;
            this.texts = RealTexts.of(file, field).values().stream()
                    .filter(text -> text.length() > 200 && real.isRead(text))
                    .toList();
            this.vectors = directions(texts);
        }

        void fill(SideIndex index, int from, int to) throws IOException {
            long start = System.nanoTime();
            IntStream.range(0, THREADS).parallel().forEach(thread -> {
                var chance = new Random(from + thread);
                for (int i = from + thread; i < to; i += THREADS) {
                    int one = chance.nextInt(texts.size());
                    int other = chance.nextInt(texts.size());
                    String text = half(texts.get(one), true) + " " + half(texts.get(other), false);
                    put(
                            index,
                            RealTexts.profile(side, side.name() + i, text),
                            between(vectors.get(one), vectors.get(other), chance));
                }
            });
            index.commit(Map.of());
            index.refresh();
            try (Stream<Path> files = Files.list(FOLDER.resolve(side.name()))) {
                System.out.printf(
                        "%s: %d records, the last %d indexed in %.0f s; %d MB%n",
                        side,
                        to,
                        to - from,
                        (System.nanoTime() - start) / 1e9,
                        files.mapToLong(path -> path.toFile().length()).sum() >> 20);
            }
        }
    }

    private static void put(SideIndex index, Profile record, float[] direction) {
        try {
            index.put(record, direction);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String half(String text, boolean first) {
        int middle = text.indexOf(' ', text.length() / 2);
        return middle < 0 ? text : first ? text.substring(0, middle) : text.substring(middle);
    }

    private static float[] between(float[] one, float[] other, Random chance) {
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

    /** @return how many pairs were scored */
    private static int search(SideIndex own, SideIndex wanted, String text, float @Nullable [] direction) {
        Profile asking = RealTexts.profile(Side.LICENSEE, "asking", text);
        return own.read(kin -> wanted.read(searcher -> new HybridSearch(new HybridSearch.Mix(0.7, 1, 300))
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
                .size()));
    }

    /** As many needs at once as there are processors; a pair is a need and a seed of which it is known how alike they are. */
    private static void nightly(SideIndex needs, SideIndex seeds, List<String> asking, List<float[]> directions) {
        long start = System.nanoTime();
        long scored = IntStream.range(0, asking.size())
                .parallel()
                .map(i -> search(needs, seeds, asking.get(i), directions.get(i)))
                .sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "nightly: %.1f needs a second against %d seeds, %.0f pairs scored by all signals a second, by the clock%n",
                asking.size() / seconds,
                seeds.size(),
                scored / seconds);
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
