package org.kakehashi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechnologyFieldTest {

    private static final Path CONCORDANCE = Path.of("../shared/data/reference/ipc_technology_35fields.csv");
    private static final Pattern ROW = Pattern.compile("(\\d+),([^,]+),\"?([^\"]+?) ?\"?,(\\w{4}) *(\\d*)%");

    @ParameterizedTest
    @CsvSource({
        "H01M 10/0525, ELECTRICAL_MACHINERY",
        "H04N 21/00, DIGITAL_COMMUNICATION",
        "H04N 1/00, TELECOMMUNICATIONS",
        "H04N 13/00, AUDIO_VISUAL",
        "G01N 33/50, BIOLOGICAL_ANALYSIS",
        "G01N 3/00, MEASUREMENT",
        "A61K 8/02, ORGANIC_CHEMISTRY",
        "A61K 9/00, PHARMACEUTICALS",
        "G06F 17/00, COMPUTER_TECHNOLOGY"
    })
    void theMainGroupDecidesBeforeTheSubclass(String symbol, TechnologyField field) {
        assertThat(TechnologyField.of(IpcSymbol.parse(symbol))).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G16B 5/00", "A01Z 1/00", "H04N", "A61K", "G01N 2/00"})
    void whatNoRuleNamesIsUnclassifiedAndNeverGuessed(String symbol) {
        assertThat(TechnologyField.of(IpcSymbol.parse(symbol))).isEmpty();
    }

    @Test
    void severalSymbolsMayBelongToSeveralFields() {
        assertThat(TechnologyField.of(
                        List.of(IpcSymbol.parse("H01M 4/02"), IpcSymbol.parse("C01B 32/05"), IpcSymbol.parse("H01M"))))
                .containsExactly(TechnologyField.ELECTRICAL_MACHINERY, TechnologyField.METALLURGY);
    }

    @Test
    void isFoundByItsNumber() {
        assertThat(TechnologyField.numbered(8)).isEqualTo(TechnologyField.SEMICONDUCTORS);
        assertThatThrownBy(() -> TechnologyField.numbered(36))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no technology field 36: give a number from 1 to 35.");
    }

    @Test
    void theNumbersAreWiposFrom1To35() {
        assertThat(TechnologyField.values())
                .extracting(TechnologyField::number)
                .hasSize(35)
                .isSorted();
    }

    @Test
    void agreesWithWiposConcordanceRuleByRule() throws IOException {
        assumeTrue(Files.exists(CONCORDANCE), "WIPO's concordance is not beside the working copy");
        List<String> rows = Files.readAllLines(CONCORDANCE);
        for (String row : rows.subList(1, rows.size())) {
            Matcher rule = ROW.matcher(row);
            assertThat(rule.matches()).as(row).isTrue();
            TechnologyField field = TechnologyField.numbered(Integer.parseInt(rule.group(1)));
            assertThat(field.sector().english()).isEqualTo(rule.group(2));
            assertThat(field.english()).isEqualTo(rule.group(3));
            String symbol = rule.group(4) + " " + (rule.group(5).isEmpty() ? "1" : rule.group(5)) + "/00";
            assertThat(TechnologyField.of(IpcSymbol.parse(symbol))).as(row).isEqualTo(Set.of(field));
        }
    }
}
