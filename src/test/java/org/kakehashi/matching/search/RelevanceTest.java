package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the search finds the seed that answers a need; see {@link MatchingEvaluation} for the other strategies. */
class RelevanceTest {

    @Test
    void theRightSeedIsAmongTheFirstTenForFourNeedsInFive() throws IOException {
        List<Measures> all = Relevance.byWords().measure(Relevance.Strategy.WORDS_AND_PAIRS);
        Measures mean = Measures.mean(all);
        System.out.printf("Relevance over %d needs: %s%n", all.size(), mean);
        assertThat(all).hasSize(185);
        assertThat(mean.ndcg()).isGreaterThan(0.75);
        assertThat(mean.reciprocalRank()).isGreaterThan(0.74);
        assertThat(mean.hitAt10()).isGreaterThan(0.86);
        assertThat(mean.recall()).isGreaterThan(0.91);
    }

    @Test
    void wordsAndMeaningTogetherFindTheSeedsOfAFewNeeds() throws IOException {
        List<Measures> all = Relevance.ofAFew(10, 8).measure(Relevance.Strategy.MIXED_DISTINCT);
        Measures mean = Measures.mean(all);
        System.out.printf("Relevance by words and meaning over %d needs: %s%n", all.size(), mean);
        assertThat(all).hasSize(10);
        assertThat(mean.hitAt10()).isEqualTo(1);
        assertThat(mean.ndcg()).isGreaterThan(0.9);
    }
}
