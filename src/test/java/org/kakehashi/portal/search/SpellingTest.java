package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final Vocabulary KNOWS_ELECTRODES_ALONE = new Vocabulary() {
        @Override
        public boolean knows(String field, String word) {
            return false;
        }

        @Override
        public Optional<String> nearest(String field, String word) {
            return Optional.of("electrodes");
        }
    };

    @Test
    void aWordThatIsNowhereIsReplacedButNotTheLettersOfACode() {
        assertThat(Spelling.of("eichef8359da4 elektrodes 10abcd", KNOWS_ELECTRODES_ALONE))
                .contains("eichef8359da4 electrodes 10abcd");
    }
}
