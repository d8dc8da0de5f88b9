package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.portal.search.PortalIndex.State;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedContent.Patent;
import org.kakehashi.registry.SeedContent.Texts;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class PortalIndexProcessTest {

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    PortalIndex index;

    @Autowired
    SeedSearch search;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aLostIndexIsFilledAtTheStart() {
        String word = word();
        published(word);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word) == 1);
        Search.mapping(entities).scope(Seed.class).workspace().purge();
        Search.mapping(entities).scope(Seed.class).workspace().refresh();
        assertThat(found(word)).isZero();

        index.fillWhereIncomplete();

        assertThat(index.isWhole()).isFalse();
        awaitReady();
        assertThat(found(word)).isEqualTo(1);
        assertThat(index.indexed()).isEqualTo(index.published());
    }

    @Test
    void anIndexThatIsGoneIsMadeAnew() {
        String word = word();
        published(word);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word) == 1);
        Search.mapping(entities).scope(Seed.class).schemaManager().dropIfExisting();

        assertThat(index.stands()).isFalse();

        awaitReady();
        assertThat(index.stands()).isTrue();
        assertThat(found(word)).isEqualTo(1);
    }

    @Test
    void whatThePublicMayNoLongerKnowIsTakenOut() {
        String word = word();
        String number = published(word);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word) == 1);
        transaction.executeWithoutResult(status -> jdbc.sql("UPDATE seed SET status = 'WITHDRAWN' WHERE number = ?")
                .param(number)
                .update());

        index.rebuild();

        awaitReady();
        assertThat(found(word)).isZero();
    }

    @Test
    void aWithdrawnRecordLeavesTheIndexAtOnce() {
        String word = word();
        String number = published(word);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word) == 1);
        registration.withdraw(number, "Sold.", false);
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word) == 0);
    }

    @Test
    void noChangeIsLostWhileTheIndexIsWritten() {
        String word = word();
        String number = published(word + " zero");
        var changes = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 40; i++) {
                registration.change(number, content(word + " change" + i));
            }
        });
        while (!changes.isDone()) {
            index.index(List.of(number));
        }
        changes.join();
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word + " change40") == 1);
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> index.progress().state() == State.READY);
    }

    private long found(String words) {
        var found = search.find(SeedQuery.everything().saying(words));
        return found.anyWord() ? 0 : found.total();
    }

    private static String word() {
        return "Ahornweg" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static SeedContent content(String title) {
        return SeedContent.of(
                "en", Texts.of(title, "A test."), Patent.of(title, "Ahorn Works", "2026-000555", null, List.of()));
    }

    private String published(String title) {
        String number = seeds.registered(content(title));
        registration.publish(number);
        return number;
    }
}
