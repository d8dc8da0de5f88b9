package org.kakehashi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpcSymbolTest {

    @ParameterizedTest
    @CsvSource({
        "H01M 10/0525, H01M 10/0525",
        "h01m10/0525, H01M 10/0525",
        "'  H01M   10/0525 (2010.01) ', H01M 10/0525",
        "A61K 8/00, A61K 8/00",
        "A61K0008/00, A61K 8/00",
        "H04N 21, H04N 21",
        "A61K, A61K"
    })
    void isReadHoweverItIsWritten(String text, String symbol) {
        assertThat(IpcSymbol.parse(text)).hasToString(symbol);
    }

    @Test
    void tellsItsLevels() {
        IpcSymbol symbol = IpcSymbol.parse("H01M 10/0525");

        assertThat(symbol.section()).isEqualTo("H");
        assertThat(symbol.classSymbol()).isEqualTo("H01");
        assertThat(symbol.subclass()).isEqualTo("H01M");
        assertThat(symbol.mainGroup()).contains("10");
        assertThat(IpcSymbol.parse("H01M").mainGroup()).isEmpty();
    }

    @Test
    void isEqualToAnotherSpellingOfItself() {
        assertThat(IpcSymbol.parse("h01m10/05")).isEqualTo(IpcSymbol.parse("H01M 10/05 (2010.01)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "H", "H01", "I01M 10/05", "H01M 10/", "H01M 10/5", "H01M 0/00", "battery", "6 A 21 C 9/04"})
    void anythingElseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> IpcSymbol.parse(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("\"" + text + "\" is not an IPC symbol such as H01M 10/0525.");
    }
}
