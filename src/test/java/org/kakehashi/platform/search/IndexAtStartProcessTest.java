package org.kakehashi.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class IndexAtStartProcessTest {

    @Autowired
    EntityManagerFactory mapped;

    @Autowired
    EntityManager entities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IndexAtStart index;

    @Autowired
    SeedFixture seeds;

    @Test
    void aLostIndexIsBuiltAnew() {
        seeds.licensablePatent();
        Search.mapping(mapped).scope(Object.class).workspace().purge();
        Search.mapping(mapped).scope(Object.class).workspace().refresh();
        assertThat(indexed()).isZero();

        index.rebuildWhereIncomplete();

        await().atMost(Duration.ofSeconds(30)).until(() -> indexed() > 0);
    }

    private long indexed() {
        Long found = transaction.execute(status -> Search.session(entities)
                .search(Seed.class)
                .where(f -> f.matchAll())
                .fetchTotalHitCount());
        return found == null ? 0 : found;
    }
}
