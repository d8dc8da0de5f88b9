package org.kakehashi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampDutyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 200",
        "9999, 0",
        "10000, 200",
        "100000, 200",
        "100001, 400",
        "500000, 400",
        "1000000, 1000",
        "5000000, 2000",
        "5000001, 10000",
        "10000000, 10000",
        "50000000, 20000",
        "100000000, 60000",
        "500000000, 100000",
        "1000000000, 200000",
        "5000000000, 400000",
        "5000000001, 600000"
    })
    void theDutyFollowsTheTableOfTheLaw(BigDecimal price, int duty) {
        assertThat(StampDuty.on(price)).isEqualTo(duty);
    }
}
