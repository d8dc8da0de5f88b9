package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class NewcomersProcessTest {

    @Autowired
    Matches matches;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

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
    void whatCannotBeTakenHoldsUpNoOther() {
        String need = records.need("Eels", "Glass eels escape through the net; finer mesh that sheds silt is wanted.");
        records.waitUntilTheNewsIsRound(need);
        jdbc.sql("INSERT INTO matching_newcomer (record, changed) VALUES ('no record', true)")
                .update();

        String seed = records.seed("Eel net", "A net of fine mesh sheds silt and keeps glass eels from escaping.");

        records.waitUntilTheNewsIsRound(seed);
        assertThat(matches.findBySeedNumberAndNeedNumber(seed, need)).isPresent();
        records.waitUntilTheNewsIsRound("no record");
    }

    @Test
    void anOpenedNeedIsProposedToTheSeedThatWaitedForIt() {
        String seed = records.seed("Bee counter", "A counter at the hive entrance tells bees by their wing beat.");
        records.waitUntilTheNewsIsRound(seed);

        String need = records.need("Bees", "We must count bees at the hive entrance, perhaps by wing beat.");

        await().atMost(Duration.ofSeconds(20)).until(() -> records.told().contains(seed));
        assertThat(matches.findBySeedNumberAndNeedNumber(seed, need)).isPresent();
    }

    @Test
    void twoThatComeAtTheSameMomentBothHearOfIt() {
        String need =
                records.need("Snails", "Snails climb the stems of our hop plants; a copper collar must stop them.");
        String seed =
                records.seed("Snail collar", "A copper collar around stems of hop plants stops snails that climb.");

        await().atMost(Duration.ofSeconds(20)).until(() -> records.told().containsAll(List.of(need, seed)));
    }
}
