package org.kakehashi.matching.search;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Compares the strategies of matching on all real needs. Run by hand: {@code mvn test -Dtest=MatchingEvaluation}; reading
 * all texts takes a processor about a quarter of an hour, once.
 */
class MatchingEvaluation {

    @Test
    void compares() throws IOException {
        Relevance relevance = Relevance.ofAll();
        relevance.everyStrategySideBySide();
        relevance.theShareChosenOnHalfOfTheNeeds();
        relevance.theCrowdChosenOnHalfOfTheNeeds();
        relevance.theLengthChosenOnHalfOfTheNeeds();
        relevance.whatDeclinedSeedsTeach();
    }
}
