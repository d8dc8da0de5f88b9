package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.portal.search.SearchText.Kind.BEGINNING;
import static org.kakehashi.portal.search.SearchText.Kind.PHRASE;
import static org.kakehashi.portal.search.SearchText.Kind.WORD;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.portal.search.SearchText.Clause;

class SearchTextTest {

    @Test
    void wordsPhrasesBeginningsAndExclusionsAreToldApart() {
        assertThat(SearchText.of("battery \"fuel cell\" photo* -laser -\"in vivo\"")
                        .clauses())
                .containsExactly(
                        new Clause(WORD, "battery", false),
                        new Clause(PHRASE, "fuel cell", false),
                        new Clause(BEGINNING, "photo", false),
                        new Clause(WORD, "laser", true),
                        new Clause(PHRASE, "in vivo", true));
    }

    @Test
    void lettersOfAnyWidthAndJapaneseQuotesMeanTheSame() {
        assertThat(SearchText.of("ＬＥＤ　「固体電池」 －レーザー ｾﾝｻｰ＊").clauses())
                .containsExactly(
                        new Clause(WORD, "LED", false),
                        new Clause(PHRASE, "固体電池", false),
                        new Clause(WORD, "レーザー", true),
                        new Clause(BEGINNING, "センサー", false));
    }

    @Test
    void aQuoteThatIsNeverClosedIsNoQuote() {
        assertThat(SearchText.of("\"fuel cell").clauses())
                .containsExactly(new Clause(WORD, "fuel", false), new Clause(WORD, "cell", false));
    }

    @Test
    void aHyphenWithinAWordExcludesNothing() {
        assertThat(SearchText.of("lithium-ion").clauses()).containsExactly(new Clause(WORD, "lithium-ion", false));
    }

    @Test
    void whatIsTooLongIsCutAndSaidToBe() {
        SearchText text = SearchText.of("pump ".repeat(2_000));
        assertThat(text.cut()).isTrue();
        assertThat(text.clauses()).hasSize(32);
        assertThat(SearchText.of("pump").cut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🔋🚗", "\"", "\"\"", "- * -* \"-", "!?()[]{}^~:\\/&&||+", "\u0000\uFFFF\uD800"})
    void whereNoWordIsLeftNothingIsLookedFor(String typed) {
        assertThat(SearchText.of(typed).clauses()).isEmpty();
    }

    @Test
    void whatLooksLikeAQueryLanguageIsText() {
        assertThat(SearchText.of("title:pump AND (valve OR x^2)~3").clauses().stream()
                        .map(Clause::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("title:pump AND (valve OR x^2)~3");
    }

    @Test
    void aNumberIsReadWithOrWithoutItsHyphens() {
        assertThat(SearchText.number("２０２０－９０６６４０")).isEqualTo("2020906640");
        assertThat(SearchText.number("L-2026-000012")).isEqualTo("l2026000012");
    }
}
