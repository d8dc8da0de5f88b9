package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Records;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class MatchingIndexProcessTest {

    @Autowired
    MatchingIndex index;

    @Autowired
    TextVectors vectors;

    @Autowired
    Profiles profiles;

    @Autowired
    Matching matching;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aLostIndexIsBuiltAnew() {
        String seed = records.seed("Gecko tape", "A tape like gecko feet holds posters on damp concrete walls.");
        String need = records.need("Posters", "Posters fall from damp concrete walls; a tape like gecko feet?");

        index.forget();

        assertThat(matching.candidatesFor(need, 10))
                .anyMatch(candidate -> candidate.seedNumber().equals(seed));
    }

    @Test
    void whatIsCommittedLateIsNotMissed() {
        String need = records.need("Tsubo", "A lid for tsubo jars must let fermenting plums breathe but no flies in.");
        String[] late = new String[1];
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        own.executeWithoutResult(open -> {
            late[0] = records.seed("Jar lid", "A lid of gauze lets plums in tsubo jars breathe and keeps flies out.");
            own.executeWithoutResult(sooner ->
                    records.seed("Jar crate", "A crate of cedar carries tsubo jars of plums without breakage."));
            assertThat(matching.candidatesFor(need, 10))
                    .as("not yet committed")
                    .noneMatch(candidate -> candidate.seedNumber().equals(late[0]))
                    .as("committed meanwhile")
                    .isNotEmpty();
        });

        assertThat(matching.candidatesFor(need, 10))
                .anyMatch(candidate -> candidate.seedNumber().equals(late[0]));
    }

    @Test
    void textsAreReadOnceAndAgainWhenTheyChange() {
        String seed = records.seed("Loofah filter", "A filter of loofah fibres cleans the water of koi ponds.");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !waits(seed));
        String first = read(seed);

        change("UPDATE seed SET trl = 5 WHERE number = ?", seed);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !waits(seed));
        assertThat(read(seed)).as("the text is the same").isEqualTo(first);

        change(
                "UPDATE seed SET outline = 'A filter of hemp fibres cleans the water of koi ponds.' WHERE number = ?",
                seed);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !waits(seed));
        assertThat(read(seed)).isNotEqualTo(first);
        assertThat(vectors.modelName()).isEqualTo("all-minilm-l6-v2-q");
    }

    @Test
    void aRecordThatCannotBeReadHoldsUpNoOther() {
        String broken = records.seed("Ema rack", "A rack of cypress holds wooden ema tablets in wind and rain.");
        change("UPDATE seed SET ipc = '{no symbol}' WHERE number = ?", broken);
        String seed = records.seed("Ema press", "A press of cypress flattens wooden ema tablets after rain.");
        String need = records.need("Ema", "Wooden ema tablets warp in wind and rain; a press or rack of cypress?");

        assertThat(matching.candidatesFor(need, 10))
                .anyMatch(candidate -> candidate.seedNumber().equals(seed))
                .noneMatch(candidate -> candidate.seedNumber().equals(broken));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !waits(broken));

        change("UPDATE seed SET ipc = '{}' WHERE number = ?", broken);
        assertThat(matching.candidatesFor(need, 10))
                .as("repaired")
                .anyMatch(candidate -> candidate.seedNumber().equals(broken));
    }

    @Test
    void whatComesUpForManyIsFoundOutSearchBySearch() {
        String all = records.seed("Mulberry paper", "Paper of mulberry fibres for lanterns, fans, kites and doors.");
        String kites = records.need("Kites", "Kites of mulberry paper tear; stronger fibres are wanted.");
        records.need("Fans", "Fans of mulberry paper fade; other fibres are wanted.");
        records.need("Doors", "Doors of mulberry paper tear; thicker fibres are wanted.");
        index.catchUp();
        int needs = index.of(Side.LICENSEE).size();
        var hubs = new HubSearch(
                index,
                profiles,
                new ModelSettings(
                        "all-minilm-l6-v2",
                        Set.of(),
                        TextModel.Pooling.MEAN,
                        1,
                        1,
                        0.7,
                        1,
                        0.85,
                        5 * needs,
                        0.7,
                        0.5,
                        300),
                Clock.systemUTC());

        assertThat(hubs.of(Side.LICENSOR, all, kites)).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !hubs.goOn());

        assertThat(hubs.of(Side.LICENSOR, all, kites)).isPositive();
    }

    private void change(String sql, String seed) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql(sql).param(seed).update());
    }

    private boolean waits(String record) {
        vectors.readSome();
        return jdbc.sql("SELECT to_read FROM matching_feed WHERE record = ?")
                .param(record)
                .query(Boolean.class)
                .single();
    }

    private String read(String record) {
        return jdbc.sql("SELECT text || xmin::text FROM text_vector WHERE record = ?")
                .param(record)
                .query(String.class)
                .single();
    }
}
