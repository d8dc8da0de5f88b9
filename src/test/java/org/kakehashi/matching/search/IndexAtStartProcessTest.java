package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Records;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class IndexAtStartProcessTest {

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    IndexAtStart index;

    @Autowired
    Matching matching;

    @Autowired
    Records records;

    @Test
    void aLostIndexIsBuiltAnew() {
        String seed = records.seed("Gecko tape", "A tape like gecko feet holds posters on damp concrete walls.");
        String need = records.need("Posters", "Posters fall from damp concrete walls; a tape like gecko feet?");
        records.waitUntilTheNewsIsRound(seed);
        records.waitUntilTheNewsIsRound(need);
        Search.mapping(entities).scope(Object.class).workspace().purge();
        Search.mapping(entities).scope(Object.class).workspace().refresh();
        assertThat(matching.candidatesFor(need, 10)).isEmpty();

        index.rebuildWhereIncomplete();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(matching.candidatesFor(need, 10))
                .anyMatch(candidate -> candidate.seedNumber().equals(seed)));
    }
}
