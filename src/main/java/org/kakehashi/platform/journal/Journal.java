package org.kakehashi.platform.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appends to and reads the journal. Entries are written in the caller's transaction and never changed. */
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final People people;

    Journal(JdbcClient jdbc, Clock clock, CurrentUser user, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.people = people;
    }

    /**
     * @param number of the record or case, such as {@code L-2026-000012}
     * @param event what happened in past tense, such as {@code Offer sent}
     * @param text more words on it, may be empty; nothing confidential beyond the case team
     */
    @Transactional
    public void note(String number, String event, String text) {
        jdbc.sql("INSERT INTO journal_entry (number, at, actor, event, text) VALUES (?, ?, ?, ?, ?)")
                .params(number, Timestamp.from(clock.instant()), user.name(), event, text)
                .update();
    }

    /** The same of many records at once. */
    @Transactional
    public void note(Collection<String> numbers, String event, String text) {
        jdbc.sql("INSERT INTO journal_entry (number, at, actor, event, text) SELECT number, ?, ?, ?, ?"
                        + " FROM unnest(?) AS number")
                .params(Timestamp.from(clock.instant()), user.name(), event, text, numbers.toArray(String[]::new))
                .update();
    }

    /** The entries of a record or case, oldest first; a user whom a text names first is called by name. */
    @Transactional(readOnly = true)
    public List<Entry> of(String number) {
        List<Entry> entries = jdbc.sql("SELECT at, actor, event, text FROM journal_entry WHERE number = ? ORDER BY id")
                .param(number)
                .query((row, index) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("actor"),
                        row.getString("event"),
                        row.getString("text")))
                .list();
        Map<String, String> names = people.names(entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.namedFirst()))
                .toList());
        return entries.stream().map(entry -> entry.calling(names)).toList();
    }

    /**
     * @param actor the user's id
     * @param actorName what the user is called
     */
    public record Entry(Instant at, String actor, String actorName, String event, String text) {

        private String namedFirst() {
            String first = StringUtils.substringBefore(text, ". ");
            return StringUtils.containsWhitespace(first) ? "" : first;
        }

        private Entry calling(Map<String, String> names) {
            String first = namedFirst();
            return new Entry(
                    at,
                    actor,
                    names.getOrDefault(actor, actor),
                    event,
                    names.getOrDefault(first, first) + text.substring(first.length()));
        }
    }
}
