package org.kakehashi.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.CaseFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class FactsAtOnceProcessTest {

    @Autowired
    CaseFixture cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void twoWhoChangeOneCaseAtTheSameMomentBothSucceed() throws Exception {
        String number = cases.open().number();

        CompletableFuture<Void> asked = transaction.execute(first -> {
            jdbc.sql("UPDATE case_clock SET since = since WHERE case_number = ?")
                    .param(number)
                    .update();
            var second = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                            "UPDATE licensing_case SET opened_at = opened_at - interval '1 day' WHERE number = ?")
                    .param(number)
                    .update()));
            waitUntilSomebodyWaits();
            return second;
        });

        asked.get(20, TimeUnit.SECONDS);
        assertThat(jdbc.sql("SELECT count(*) FROM case_fact WHERE case_number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void waitUntilSomebodyWaits() {
        await().until(() -> jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                > 0);
    }
}
