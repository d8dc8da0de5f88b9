package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.matching.search.TextLanguage.ENGLISH;
import static org.kakehashi.matching.search.TextLanguage.JAPANESE;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    private static final String BATTERY = "A solid electrolyte between anode and cathode keeps dendrites from growing";
    private static final String SENSOR = "An optical fibre senses vibration of bridges over kilometres";

    @Test
    void namesTheSharedWordsAsTheSearchingTextSpellsThem() {
        SearchWords.Shared shared = english("We need solid electrolytes which stop Dendrites in cells")
                .sharedWith(BATTERY, 6);
        assertThat(shared.named()).containsExactly("dendrites", "solid electrolytes");
        assertThat(shared.words()).isEqualTo(3);
        assertThat(shared.enough()).isTrue();
    }

    @Test
    void aWordOrTwoThatChanceBringsTogetherIsNotEnough() {
        assertThat(english("Bridges of kilometres").sharedWith(BATTERY, 6).some())
                .isFalse();
        assertThat(english("A cathode on a bridge is painted with care every spring by climbers")
                        .sharedWith(BATTERY, 6)
                        .enough())
                .isFalse();
    }

    @Test
    void findsTheTextThatSharesMost() throws IOException {
        assertThat(best("a fibre that senses the vibration of a bridge")).isEqualTo(1);
        assertThat(best("stop dendrites at the anode")).isZero();
    }

    @Test
    void namesWordsThatStandSideBySideTogether() {
        assertThat(english("Our cell needs a Solid electrolyte")
                        .sharedWith(BATTERY, 6)
                        .named())
                .containsExactly("solid electrolyte");
    }

    @Test
    void anEmptyTextHasNoWords() {
        assertThat(english("").count()).isZero();
        assertThat(english(" \n\t\u200B ").count()).isZero();
        assertThat(english("the of and").count()).isZero();
    }

    @Test
    void oneWordIsOneWord() {
        assertThat(english("electrolyte").count()).isEqualTo(1);
    }

    @Test
    void ofFiftyThousandWordsTheSignificantOnesCount() {
        String text =
                IntStream.range(0, 50_000).mapToObj(i -> "filler" + i % 7_000).collect(Collectors.joining(" "));
        List<String> many =
                IntStream.range(0, 7_000).mapToObj(i -> "filler" + i).toList();

        var words = SearchWords.of(text, ENGLISH, index(ENGLISH, BATTERY), index(ENGLISH, many));

        assertThat(words.count()).isEqualTo(200);
    }

    @Test
    void readsPastMarkupAndUnseenCharacters() {
        assertThat(english("<p class=\"solid\">An <b>electro\u200Blyte</b> &amp; <i>den\u00ADdrites</i></p>")
                        .sharedWith(BATTERY, 6)
                        .named())
                .hasSize(2)
                .noneMatch(word -> word.contains("solid"));
    }

    @Test
    void foldsAccentsAndFullWidthLetters() {
        IndexReader index = index(ENGLISH, "A naive Bayes filter on an LED");

        assertThat(SearchWords.of("ＬＥＤ naïve", ENGLISH, index, index).count()).isEqualTo(2);
    }

    @Test
    void cutsJapaneseIntoWords() {
        IndexReader seeds = index(JAPANESE, "固体電解質を用いたリチウム二次電池の製造方法", "光ファイバによる橋梁の振動検出");

        var words = SearchWords.of("リチウム電池の固体電解質を探しています", JAPANESE, seeds, seeds);

        assertThat(words.sharedWith("固体電解質を用いたリチウム二次電池の製造方法", 9).named()).contains("電解質", "リチウム");
        assertThat(words.sharedWith("光ファイバによる橋梁の振動検出", 9).some()).isFalse();
    }

    private SearchWords english(String text) {
        IndexReader seeds = index(ENGLISH, BATTERY, SENSOR);
        return SearchWords.of(text, ENGLISH, index(ENGLISH, "We need help"), seeds);
    }

    private int best(String text) throws IOException {
        var searcher = new IndexSearcher(index(ENGLISH, BATTERY, SENSOR));
        return searcher.search(english(text).leading(), 1).scoreDocs[0].doc;
    }

    private static IndexReader index(TextLanguage language, String... texts) {
        return index(language, List.of(texts));
    }

    private static IndexReader index(TextLanguage language, List<String> texts) {
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(SearchTexts.analyser(language)))) {
                for (String text : texts) {
                    writer.addDocument(SearchTexts.document(text, language));
                }
            }
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
