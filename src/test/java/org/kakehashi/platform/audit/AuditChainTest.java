package org.kakehashi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.TestDatabase;
import org.kakehashi.platform.audit.AuditChain.Verdict;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class AuditChainTest {

    private static final String URL = migrated();

    private final DriverManagerDataSource database = new DriverManagerDataSource(URL, "postgres", "");
    private final JdbcTemplate template = new JdbcTemplate(database);
    private final JdbcClient jdbc = JdbcClient.create(template);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final AuditTrail trail = new AuditTrail(jdbc, Clock.systemUTC());
    private final AuditChain chain = new AuditChain(jdbc, transaction);

    @BeforeEach
    void aTrailOfFiveEntriesAndTwoOfTheJournal() {
        pastTheTriggers("TRUNCATE audit_entry, journal_entry");
        for (String subject : List.of("L-2026-000001", "L-2026-000002", "L-2026-000003")) {
            trail.add("sato", Action.SAW, subject, "/cases/" + subject);
        }
        for (String event : List.of("Offer sent", "Offer answered")) {
            template.update(
                    "INSERT INTO journal_entry (number, at, actor, event, text) VALUES (?, now(), ?, ?, ?)",
                    "L-2026-000001",
                    "Hanako Nomi (licensee, by link)",
                    event,
                    "in two rounds");
        }
        sealAll();
    }

    @Test
    void anUntouchedTrailVerifies() {
        Verdict verdict = chain.verify();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.entries()).isEqualTo(5);
        assertThat(verdict.head()).hasSize(64).isNotEqualTo("0".repeat(64));
    }

    @Test
    void whatTheJournalSaysComesIntoTheTrailWithoutThePersonsName() {
        assertThat(template.queryForList(
                        "SELECT DISTINCT actor FROM audit_entry WHERE action = 'CHANGED'", String.class))
                .containsExactly("licensee by link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET actor = 'suzuki'",
                "UPDATE audit_entry SET hash = NULL, place = NULL",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry"
            })
    void theDatabaseRefusesToChangeOrRemoveEntries(String statement) {
        assertThatThrownBy(() -> template.update(statement)).hasMessageContaining("never changed or removed");
        assertThat(chain.verify().entries()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE audit_entry SET actor = 'suzuki' WHERE place = 2                                        | at place 2 is not what was sealed
            UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE place = 1                      | at place 1 is not what was sealed
            UPDATE audit_entry SET subject = 'L-2026-000009' WHERE place = 5                               | at place 5 is not what was sealed
            UPDATE audit_entry SET journal_digest = 'x' WHERE place = 4                                    | at place 4 is not what was sealed
            DELETE FROM audit_entry WHERE place = 3                                                        | After place 2 entries are missing: the next one is at place 4
            DELETE FROM audit_entry WHERE place = 1                                                        | After place 0 entries are missing: the next one is at place 2
            DELETE FROM audit_entry WHERE place = 3; UPDATE audit_entry SET place = place - 1 WHERE place > 3 | at place 3 is not what was sealed
            UPDATE audit_entry SET place = 9 WHERE place = 5; INSERT INTO audit_entry (actor, action, subject, detail, place, hash) VALUES ('x', 'SAW', 'x', 'x', 5, '\\x00') | at place 5 is not what was sealed
            UPDATE journal_entry SET text = 'in three rounds' WHERE event = 'Offer sent'                   | was changed
            UPDATE journal_entry SET number = 'L-2026-000002' WHERE event = 'Offer sent'                   | was changed
            UPDATE journal_entry SET actor = 'suzuki' WHERE event = 'Offer answered'                       | was changed
            DELETE FROM journal_entry WHERE event = 'Offer sent'                                           | was removed
            INSERT INTO journal_entry (number, at, actor, event, text) VALUES ('L-2026-000001', now(), 'x', 'x', 'x') | was inserted past the trail
            """)
    void whatSomebodyDoesPastTheTriggersIsFound(String statement, String finding) {
        pastTheTriggers(statement);
        assertThat(chain.verify().fault()).contains(finding);
    }

    @Test
    void theCommandSaysWhatItFoundAndEndsAccordingly(CapturedOutput output) {
        String[] command = {
            "--kakehashi.audit.verify=true",
            "--kakehashi.db.url=" + URL,
            "--kakehashi.db.username=postgres",
            "--kakehashi.db.password="
        };
        assertThat(AuditVerification.isMeantBy(command)).isTrue();
        assertThat(AuditVerification.run(command)).isZero();
        assertThat(output).contains("The audit trail has 5 sealed entries", "All is as it was written.");

        pastTheTriggers("UPDATE audit_entry SET detail = 'x' WHERE place = 2");
        assertThat(AuditVerification.run(command)).isOne();
        assertThat(output).contains("at place 2 is not what was sealed");
    }

    @Test
    void aTrailCutOffAtItsEndVerifiesButItsHeadIsAnother() {
        String told = chain.verify().head();
        pastTheTriggers("DELETE FROM journal_entry; DELETE FROM audit_entry WHERE place > 3");
        assertThat(chain.verify().fault()).isNull();
        assertThat(chain.verify().head()).isNotEqualTo(told);
    }

    @Test
    void aPersonsNameErasedFromTheJournalLeavesTheTrailAsItIs() {
        template.update("UPDATE journal_entry SET actor = 'Erased person 7 (licensee, by link)'");
        assertThat(chain.verify().fault()).isNull();
    }

    @Test
    void eightWritersAndThreeSealersLoseNothing() throws Exception {
        int each = 250;
        var sealing = new AtomicInteger(8);
        ExecutorService people = Executors.newFixedThreadPool(11);
        try {
            List<Callable<Integer>> work = IntStream.range(0, 11)
                    .<Callable<Integer>>mapToObj(i -> i < 8 ? () -> write(i, each, sealing) : () -> sealWhile(sealing))
                    .toList();
            for (Future<Integer> done : people.invokeAll(work)) {
                done.get();
            }
        } finally {
            people.shutdownNow();
        }
        sealAll();
        Verdict verdict = chain.verify();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.entries()).isEqualTo(5 + 8 * each);
    }

    private int write(int writer, int entries, AtomicInteger writing) {
        for (int i = 0; i < entries; i++) {
            int number = i;
            transaction.executeWithoutResult(
                    status -> trail.add("w" + writer, Action.SAW, "S-2026-%06d".formatted(number), ""));
        }
        return writing.decrementAndGet();
    }

    private int sealWhile(AtomicInteger writing) {
        int sealed = 0;
        while (writing.get() > 0) {
            sealed += transaction.execute(status -> chain.seal());
        }
        return sealed;
    }

    private void sealAll() {
        while (transaction.execute(status -> chain.seal()) > 0) {
            // the next batch
        }
    }

    private void pastTheTriggers(String statements) {
        template.execute(
                "SET session_replication_role = replica; " + statements + "; SET session_replication_role = origin");
    }

    private static String migrated() {
        String url = TestDatabase.fresh();
        Flyway.configure().dataSource(url, "postgres", "").load().migrate();
        return url;
    }
}
