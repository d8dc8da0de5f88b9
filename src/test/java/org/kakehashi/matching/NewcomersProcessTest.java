package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class NewcomersProcessTest {

    @Autowired
    Matches matches;

    @Autowired
    Records records;

    @Test
    void aPublishedSeedIsProposedToTheNeedThatWaitedForIt() {
        String need = records.need("Ice", "Ice on ropeway cables shall be shed without salt or heat.");
        records.waitUntilTheNewsIsRound(need);

        String seed = records.seed("Ice shedding", "A vibrating collar sheds ice from ropeway cables without heat.");

        await().atMost(Duration.ofSeconds(20)).until(() -> records.told().contains(need));
        assertThat(matches.findBySeedNumberAndNeedNumber(seed, need)).isPresent();
        assertThat(matches.hasProposed(need)).isTrue();
    }

    @Test
    void anOpenedNeedIsProposedToTheSeedThatWaitedForIt() {
        String seed = records.seed("Bee counter", "A counter at the hive entrance tells bees by their wing beat.");
        records.waitUntilTheNewsIsRound(seed);

        String need = records.need("Bees", "We must count bees at the hive entrance, perhaps by wing beat.");

        await().atMost(Duration.ofSeconds(20)).until(() -> records.told().contains(seed));
        assertThat(matches.findBySeedNumberAndNeedNumber(seed, need)).isPresent();
    }
}
