package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalAnalysisTest {

    @ParameterizedTest
    @CsvSource({
        "センサー, センサ",
        "ｾﾝｻｰ, センサー",
        "センサ-, センサー",
        "センサ―, センサー",
        "ばね, バネ",
        "ねじ, ネジ",
        "ヴァルブ, バルブ",
        "ＬＥＤ照明, LED照明",
        "佐々木, 佐佐木",
        "測る, 測り",
        "コンピューター, ｺﾝﾋﾟｭｰﾀ"
    })
    void japaneseWordsAreTheSameHoweverTheyAreWritten(String one, String other) {
        assertThat(Tongue.JAPANESE.words(one)).isNotEmpty().isEqualTo(Tongue.JAPANESE.words(other));
    }

    @ParameterizedTest
    @CsvSource({
        "batteries, battery",
        "BATTERY, battery",
        "Motor's, motor",
        "café, cafe",
        "ｐｕｍｐ, pump",
        "coatings, coating"
    })
    void englishWordsAreTheSameInAnyFormAndCase(String one, String other) {
        assertThat(Tongue.ENGLISH.words(one)).isNotEmpty().isEqualTo(Tongue.ENGLISH.words(other));
    }

    @Test
    void aCompoundIsFoundByItsParts() {
        assertThat(Tongue.JAPANESE.words("全固体電池用電解質シート"))
                .containsAll(Tongue.JAPANESE.words("固体電池"))
                .containsAll(Tongue.JAPANESE.words("電解質"));
    }

    @Test
    void whatNobodySeesIsLeftOutAndPlacesAreThoseOfTheTextAsItWas() throws IOException {
        String text = "\uFEFFbat\u00AD\u200Btery " + "pump ".repeat(2_000) + "se\u2060nsor";
        List<String> found = new ArrayList<>();
        try (var words = Tongue.ENGLISH.analyser().tokenStream("", text)) {
            var word = words.addAttribute(CharTermAttribute.class);
            var place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                found.add(word + " = " + text.substring(place.startOffset(), place.endOffset()));
            }
            words.end();
        }
        assertThat(found)
                .hasSize(2_002)
                .startsWith("battery = bat\u00AD\u200Btery", "pump = pump")
                .endsWith("pump = pump", "sensor = se\u2060nsor");
    }

    @Test
    void aTextTellsItsLanguageItself() {
        assertThat(Tongue.of("LED照明")).isEqualTo(Tongue.JAPANESE);
        assertThat(Tongue.of("LED lamp")).isEqualTo(Tongue.ENGLISH);
        assertThat(Tongue.of("ｾﾝｻｰ")).isEqualTo(Tongue.JAPANESE);
    }
}
