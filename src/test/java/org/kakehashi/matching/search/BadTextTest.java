package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.Side;

/** Texts as people should not write them, in a small collection that a real model has read. */
class BadTextTest {

    private static final Map<String, String> SEEDS = Map.of(
            "ropeway", "A vibrating collar sheds ice from ropeway cables without salt or heat.",
            "separator", "A ceramic coated separator keeps lithium cells from catching fire when dendrites grow.",
            "enzyme", "A heat resistant cellulase keeps its activity in hot mash for ethanol.",
            "bridge", "An optical fibre laid along a bridge senses vibration and finds loosened bolts.",
            "pump", "A magnetically coupled pump without shaft seal moves corrosive solvents.",
            "net", "A net of water repellent fibres harvests drinking water from mist.",
            "tape", "An adhesive tape structured like gecko feet holds on damp concrete.",
            "drone", "A small drone counts deer in forests at night by their warmth.");

    private static final Map<String, String> NEEDS = Map.of(
            "ropeway", "Ice builds up on the cables of our ropeway in winter and must be shed without salt.",
            "separator", "Our lithium cells burn when dendrites pierce the separator between the electrodes.",
            "enzyme", "Common enzymes lose their activity in our hot mash; ethanol yield is poor.",
            "bridge", "We must notice loosened bolts of old bridges early, perhaps by their vibration.",
            "pump", "Shaft seals of our pumps leak because the solvents are corrosive.",
            "net", "Mountain villages without wells need drinking water, for instance from mist.",
            "tape", "Posters fall from damp concrete walls; no adhesive tape holds.",
            "drone", "Deer damage our forest; we need to count them, best at night.");

    private static TextModel model;
    private static SideIndex needs;

    @BeforeAll
    static void read() throws IOException {
        model = TextModel.english(1);
        needs = index(Side.LICENSEE, NEEDS);
    }

    @AfterAll
    static void close() throws IOException {
        needs.close();
        model.close();
    }

    @Test
    void eachNeedFindsItsSeed() throws IOException {
        try (SideIndex seeds = index(Side.LICENSOR, SEEDS)) {
            NEEDS.forEach(
                    (name, text) -> assertThat(found(seeds, text)).as(text).startsWith(name));
        }
    }

    @Test
    void aSeedThatNamesEverythingWinsNowhere() throws IOException {
        String everything = Stream.concat(SEEDS.values().stream(), NEEDS.values().stream())
                .flatMap(text -> Stream.of(text.split("\\W+")))
                .distinct()
                .collect(Collectors.joining(" "));
        Map<String, String> stuffed = new LinkedHashMap<>(SEEDS);
        stuffed.put("stuffed", everything + " " + everything + " " + everything);
        try (SideIndex seeds = index(Side.LICENSOR, stuffed)) {
            NEEDS.forEach(
                    (name, text) -> assertThat(found(seeds, text)).as(text).startsWith(name));
        }
    }

    @Test
    void aSeedThatRepeatsAWordDoesNotStandBeforeOneThatSolvesTheProblem() throws IOException {
        Map<String, String> repeating = new LinkedHashMap<>(SEEDS);
        repeating.put("repeating", "separator lithium dendrites ".repeat(200));
        try (SideIndex seeds = index(Side.LICENSOR, repeating)) {
            assertThat(found(seeds, NEEDS.get("separator"))).startsWith("separator");
        }
    }

    @Test
    void markupAndUnseenCharactersChangeNothing() throws IOException {
        String laden = "<div onclick=\"x()\">" + NEEDS.get("pump").replace("corrosive", "cor\u200Bro\u00ADsive")
                + "</div><style>ice ropeway cables</style>";
        assertThat(TextAnalysis.readable(laden)).isEqualTo(NEEDS.get("pump"));
        try (SideIndex seeds = index(Side.LICENSOR, SEEDS)) {
            assertThat(found(seeds, laden)).isEqualTo(found(seeds, NEEDS.get("pump")));
        }
    }

    @Test
    void aTextInAnotherLanguageThanItSaysIsNoError() throws IOException {
        try (SideIndex seeds = index(Side.LICENSOR, SEEDS)) {
            for (String text :
                    List.of("冬の索道のケーブルに氷が付着して困っている。", "Глубокая заморозка", "🧊🧊🧊", "\uD800", "a", "0 1 2 3", "")) {
                found(seeds, text);
            }
        }
    }

    @Test
    void ofABookItsPartsAreReadFromBeginningToEnd() {
        long[] book = new long[100_000];
        for (int i = 0; i < book.length; i++) {
            book[i] = i;
        }
        List<long[]> windows = TextModel.windows(book);
        assertThat(windows).hasSize(32).allMatch(window -> window[0] == 0 && window[window.length - 1] == 99_999);
        assertThat(windows.get(0)[1]).isEqualTo(1);
        assertThat(windows.get(31)[windows.get(31).length - 2]).isGreaterThan(99_700);
    }

    private static List<String> found(SideIndex seeds, String text) {
        Profile need = RealTexts.profile(Side.LICENSEE, "asking", text);
        return needs.read(kin -> seeds
                .read(searcher -> new HybridSearch(new HybridSearch.Mix(0.7, 1, 50))
                        .search(
                                searcher,
                                seeds.background(searcher),
                                HybridSearch.Question.of(
                                        need,
                                        model.vector(TextAnalysis.readable(need.text())),
                                        kin,
                                        needs.background(kin),
                                        searcher,
                                        SideIndex.eligible(Set.of(), Set.of(need.organisationId())))))
                .stream()
                .map(HybridSearch.Hit::number)
                .toList());
    }

    private static SideIndex index(Side side, Map<String, String> texts) throws IOException {
        var index = new SideIndex(new ByteBuffersDirectory());
        for (var text : texts.entrySet()) {
            index.put(RealTexts.profile(side, text.getKey(), text.getValue()), model.vector(text.getValue()));
        }
        index.refresh();
        return index;
    }
}
