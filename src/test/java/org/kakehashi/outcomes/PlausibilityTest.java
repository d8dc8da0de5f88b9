package org.kakehashi.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.outcomes.Misfigures.Fault;
import org.kakehashi.outcomes.Misfigures.Field;
import org.kakehashi.shared.Money;

class PlausibilityTest {

    private static final Plausibility.Limits LIMITS = new Plausibility.Limits(
            new BigDecimal("10"),
            new BigDecimal("25"),
            new BigDecimal("50000"),
            new BigDecimal("100000000000"),
            new BigDecimal("300000"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            12000000, 3, 12500000, -,        -
            12000,    3, 12500000, -,        THOUSANDTH_OF_LAST_YEAR
            12500000, 3, 12500,    -,        THOUSAND_TIMES_LAST_YEAR
            130000000,3, 12500000, -,        FAR_ABOVE_LAST_YEAR
            1200000,  3, 12500000, -,        FAR_BELOW_LAST_YEAR
            0,        0, 12500000, -,        -
            12000,    3, -,        12000000, THOUSANDTH_OF_STATED
            12000000, 3, -,        12000,    THOUSAND_TIMES_STATED
            12000000, 3, -,        9500000,  OTHER_THAN_STATED
            12000000, 3, -,        9600000,  -
            12000,    3, 12500000, 12000,    -
            49999,    0, -,        -,        TINY
            50000,    0, -,        -,        -
            100000000001, 9, -,    -,        HUGE
            0,        3, -,        -,        JOBS_WITHOUT_MONEY
            2999999, 10, -,        -,        JOBS_FOR_LITTLE
            3000000, 10, -,        -,        -
            2000000,  9, -,        -,        -
            """)
    void whatIsHardToBelieveIsAskedAbout(String sales, int jobs, String lastYear, String stated, String expected) {
        List<Doubt> doubts = Plausibility.doubts(
                figures("JPY", sales, jobs),
                lastYear == null ? null : figures("JPY", lastYear, jobs),
                stated == null ? null : new Money(new BigDecimal(stated), Figures.YEN),
                LIMITS);
        assertThat(doubts.stream().map(doubt -> doubt.kind().name()))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void anotherCurrencyThanLastYearsIsAskedAboutAndSaysWhich() {
        assertThat(Plausibility.doubts(figures("USD", "90000", 0), figures("JPY", "12000000", 0), null, LIMITS))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.sentence())
                        .isEqualTo("The amounts are in USD, last year's were in JPY: is the currency right?"));
    }

    @Test
    void anEntryNamesAllItsFaultsByField() {
        assertThatThrownBy(() -> new Figures.Entry("XTS", "-5", "1.5", "many", "", "9999999999", "LAZY", "").figures())
                .isInstanceOfSatisfying(Misfigures.class, wrong -> assertThat(wrong.faults())
                        .isEqualTo(Map.of(
                                Field.CURRENCY, Fault.UNKNOWN,
                                Field.SALES, Fault.NEGATIVE,
                                Field.JOBS, Fault.DECIMALS,
                                Field.INVESTMENT, Fault.NO_NUMBER,
                                Field.COST_SAVED, Fault.MISSING,
                                Field.FURTHER_LICENCES, Fault.TOO_HIGH,
                                Field.UNUSED_REASON, Fault.UNKNOWN)));
    }

    @Test
    void anEntryIsReadAsPeopleMeanItAndNothingNeedsAReason() {
        Figures figures = new Figures.Entry("USD", "１，２３４.50", "３", "0", "0", "0", "", " Good. ").figures();
        assertThat(figures.sales()).isEqualByComparingTo("1234.5");
        assertThat(figures.jobs()).isEqualTo(3);
        assertThat(figures.note()).isEqualTo("Good.");
        assertThatThrownBy(() -> new Figures.Entry("JPY", "1.5", "0", "0", "0", "0", "", "").figures())
                .hasMessageContaining("finer than the smallest unit");
        assertThatThrownBy(() -> new Figures.Entry("JPY", "0", "0", "0", "0", "0", "", "").figures())
                .hasMessageContaining("say why the licence is not used yet");
        assertThat(new Figures.Entry("JPY", "0", "0", "0", "0", "0", "MARKET", "")
                        .figures()
                        .unusedReason())
                .isEqualTo(UnusedReason.MARKET);
    }

    private static Figures figures(String currency, String sales, int jobs) {
        return new Figures(
                Currency.getInstance(currency),
                new BigDecimal(sales),
                jobs,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                null,
                "");
    }
}
