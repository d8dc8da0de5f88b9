package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aTextTellsItsLanguageItself() {
        assertThat(Tongue.of("LED照明")).isEqualTo(Tongue.JAPANESE);
        assertThat(Tongue.of("LED lamp")).isEqualTo(Tongue.ENGLISH);
        assertThat(Tongue.of("ｾﾝｻｰ")).isEqualTo(Tongue.JAPANESE);
    }
}
