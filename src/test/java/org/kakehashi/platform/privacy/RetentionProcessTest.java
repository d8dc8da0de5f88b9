package org.kakehashi.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class RetentionProcessTest {

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<RetentionRule> rules;

    @Test
    void aSentLetterGoesAfterAYearAndOneThatWaitsStays() {
        UUID sent = letter("SENT");
        UUID waiting = letter("WAITING");
        EngineTime.pass(Duration.ofDays(360));
        retention.enforce();
        assertThat(there("mail", sent)).isTrue();
        EngineTime.pass(Duration.ofDays(10));
        retention.enforce();
        assertThat(there("mail", sent)).isFalse();
        assertThat(there("mail", waiting)).isTrue();
    }

    @Test
    void theNameBehindAClosedQuestionGoesAfterThreeYearsAndTheQuestionStays() {
        String number = "Q-2026-" + (int) (900_000 + Math.random() * 99_999);
        run(
                "INSERT INTO consultation (number, channel, language, asker, organisation, email, phone, state, adviser_kind,"
                        + " entered_by, asked_at, closed_at) VALUES ('" + number
                        + "', 'PORTAL', 'en', 'Hanako', 'Pumps', 'h@example.org', '03', 'ANSWERED', 'PATENT_LICENSING', 'x',"
                        + " now(), now())");
        EngineTime.pass(Duration.ofDays(3 * 365 - 10));
        retention.enforce();
        assertThat(asker(number)).isEqualTo("Hanako h@example.org 03");
        EngineTime.pass(Duration.ofDays(20));
        retention.enforce();
        retention.enforce();
        assertThat(asker(number)).isEqualTo(" nobody@erased.invalid -");
    }

    @Test
    void everyRuleIsSqlThatTheDatabaseUnderstands() {
        assertThat(rules).extracting(RetentionRule::name).contains("mails", "askers", "links", "rejects");
        retention.enforce();
    }

    @Test
    void aPeriodForSomethingThatIsNotKeptStopsTheStart() {
        assertThatThrownBy(() -> new Retention(
                        rules,
                        new RetentionSettings(Map.of("letters", Period.ofDays(1))),
                        jdbc,
                        transactions,
                        Clock.systemUTC()))
                .hasMessageContaining(
                        "kakehashi.retention.periods.letters names nothing that is kept; there are askers, ");
    }

    private UUID letter(String state) {
        UUID id = UUID.randomUUID();
        run("INSERT INTO mail (id, message_id, recipient, language, subject, state, written_at, next_attempt) VALUES ('"
                + id + "', '" + id + "', 'x@example.org', 'en', 'x', '" + state
                + "', now(), now() + interval '10 years')");
        return id;
    }

    private void run(String sql) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql(sql).update());
    }

    private boolean there(String table, UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + table + " WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private String asker(String number) {
        return jdbc.sql(
                        "SELECT asker || ' ' || email || ' ' || coalesce(phone, '-') FROM consultation WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
