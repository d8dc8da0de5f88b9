package org.kakehashi.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kakehashi.platform.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Published seeds stand for twelve months. Thirty and fourteen days before, and on the day, the registrant is written to,
 * in one letter for all records; who has not renewed thirty days later has left. These are rows, not processes: there may be
 * a million of them.
 */
@Component
class SeedRenewals {

    private static final Logger LOG = LoggerFactory.getLogger(SeedRenewals.class);
    private static final int AT_A_TIME = 200;

    private static final String REMIND = """
            UPDATE seed SET renewal_reminded_on = :today
            WHERE organisation_id = :organisation AND %s
            RETURNING number, title, renewal_due""";

    /** The last of the three days has passed and nothing was written since. */
    private static final String TO_REMIND = """
            status = 'PUBLISHED' AND renewal_due <= CAST(:today AS date) + 30
            AND (renewal_reminded_on IS NULL OR renewal_reminded_on < renewal_due
              - CASE WHEN renewal_due <= :today THEN 0 WHEN renewal_due <= CAST(:today AS date) + 14 THEN 14 ELSE 30 END)""";

    private final SeedRegistration registration;
    private final RegistrantLetters letters;
    private final RenewalSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Clock clock;

    SeedRenewals(
            SeedRegistration registration,
            RegistrantLetters letters,
            RenewalSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Journal journal,
            Clock clock) {
        this.registration = registration;
        this.letters = letters;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
    }

    private record Due(String number, String title, LocalDate on) {}

    @Scheduled(cron = "${kakehashi.registry.renewal.at:0 0 6 * * *}", zone = "Asia/Tokyo")
    void tend() {
        remind();
        expire();
    }

    /** Writes to every registrant with records that are due; each day of the three once, however often run. */
    void remind() {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("SELECT DISTINCT organisation_id FROM seed WHERE " + TO_REMIND)
                .param("today", today)
                .query(UUID.class)
                .list()
                .forEach(organisation -> transaction.executeWithoutResult(status -> remind(organisation, today)));
    }

    private void remind(UUID organisation, LocalDate today) {
        List<Due> due = jdbc.sql(REMIND.formatted(TO_REMIND))
                .param("organisation", organisation)
                .param("today", today)
                .query((row, index) -> new Due(
                        row.getString("number"), row.getString("title"), row.getObject("renewal_due", LocalDate.class)))
                .list();
        if (due.isEmpty()) {
            return;
        }
        LocalDate first = due.stream().map(Due::on).min(LocalDate::compareTo).orElseThrow();
        boolean written = letters.renewal(
                organisation,
                due.stream()
                        .map(each -> new RegistrantLetters.Named(each.number, each.title))
                        .toList(),
                first);
        journal.note(
                due.stream().map(Due::number).toList(),
                written
                        ? "Registrant reminded of the renewal"
                        : "No mail address is known for the registrant: it was not reminded of the renewal",
                "");
    }

    /** Takes out what was not renewed in time, some at a time. */
    void expire() {
        LocalDate last = LocalDate.now(clock).minus(settings.grace());
        for (List<String> some = expired(last); !some.isEmpty(); some = expired(last)) {
            List<String> numbers = some;
            transaction.executeWithoutResult(status -> numbers.forEach(number -> registration.expire(number)));
            LOG.info("{} seeds were not renewed and have left the programme", numbers.size());
        }
    }

    private List<String> expired(LocalDate last) {
        return jdbc.sql("SELECT number FROM seed WHERE status = 'PUBLISHED' AND renewal_due < ? ORDER BY renewal_due,"
                        + " number LIMIT ?")
                .params(last, AT_A_TIME)
                .query(String.class)
                .list();
    }
}
