package org.kakehashi.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CaseClockProcessTest {

    @Autowired
    CaseClock clock;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Test
    void theTimeOfACaseIsSplitIntoWhoseItWas() {
        String number = fixture.open().number();
        EngineTime.pass(Duration.ofDays(2));
        cases.waitsFor(number, Stage.TERMS, Move.LICENSOR);
        EngineTime.pass(Duration.ofDays(5));
        cases.waitsFor(number, Stage.TERMS, Move.LICENSEE);
        EngineTime.pass(Duration.ofDays(7));
        cases.waitsFor(number, Stage.TERMS, Move.LICENSOR);
        EngineTime.pass(Duration.ofDays(1));
        cases.waitsFor(number, Stage.CLEARANCE, Move.LEGAL);
        EngineTime.pass(Duration.ofDays(3));

        assertThat(clock.spent(number))
                .filteredOn(spent -> spent.stage() == Stage.TERMS)
                .extracting(CaseClock.Spent::moveOf, spent -> spent.time().toDays())
                .containsExactly(tuple(Move.LICENSOR, 6L), tuple(Move.LICENSEE, 7L));
        assertThat(clock.spent(number))
                .filteredOn(spent -> spent.moveOf() == Move.LEGAL)
                .singleElement()
                .satisfies(spent -> assertThat(spent.time().toDays()).isEqualTo(3));
    }

    @Test
    void itRunsOnWhereNothingChangesAndStopsWithTheCase() {
        String number = fixture.open().number();
        cases.waitsFor(number, Stage.TERMS, Move.LICENSOR);
        int stretches = clock.of(number).size();
        cases.waitsFor(number, Stage.TERMS, Move.LICENSOR);
        assertThat(clock.of(number)).hasSize(stretches);

        cases.end(number, OutcomeCode.WITHDRAWN, "The licensor withdraws.");
        EngineTime.pass(Duration.ofDays(9));

        assertThat(clock.of(number)).noneMatch(stretch -> stretch.until() == null);
        assertThat(clock.spent(number)).allMatch(spent -> spent.time().compareTo(Duration.ofDays(1)) < 0);
    }
}
