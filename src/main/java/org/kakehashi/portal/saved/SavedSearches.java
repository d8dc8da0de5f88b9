package org.kakehashi.portal.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.platform.security.LinkToken;
import org.kakehashi.portal.SeedQuery;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The saved searches, from being asked for to being stopped. Nobody learns from them whose address is known. */
@Component
@Transactional
@EnableConfigurationProperties(SavedSearchSettings.class)
public class SavedSearches {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final JdbcClient jdbc;
    private final SavedSearchLetters letters;
    private final SavedSearchSettings settings;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, SavedSearchLetters letters, SavedSearchSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Saves a search and mails a link to confirm the address; for one that is saved already, the link to it. Where the
     * address has had its letters of the day, or has saved as many as it may, nothing happens, and nobody is told.
     *
     * @param words what is looked for, as the visitor reads it
     */
    public void save(String email, Locale language, SeedQuery query, String words) {
        if (lettersOfTheDay(email) >= settings.lettersPerDay() || searches(email) >= settings.searchesPerAddress()) {
            return;
        }
        Instant now = clock.instant();
        String address = query.sorted(SeedQuery.Order.RELEVANCE).address();
        jdbc.sql("INSERT INTO saved_search (id, email, language, query, words, saved_at, told_until, next_look)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (lower(email), query) DO NOTHING")
                .params(
                        UUID.randomUUID(),
                        email,
                        language.getLanguage(),
                        address,
                        words,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
        SavedSearch saved = jdbc.sql("SELECT * FROM saved_search WHERE lower(email) = lower(?) AND query = ?")
                .params(email, address)
                .query((row, index) -> search(row))
                .single();
        letters.about(saved, link(saved, true));
    }

    private int lettersOfTheDay(String email) {
        return count(
                "SELECT count(*) FROM saved_search_link JOIN saved_search ON saved_search.id = saved_search"
                        + " WHERE lower(email) = lower(?) AND asked AND made_at > ?",
                email,
                Timestamp.from(clock.instant().minus(Duration.ofDays(1))));
    }

    private int searches(String email) {
        return count("SELECT count(*) FROM saved_search WHERE lower(email) = lower(?)", email);
    }

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    /** A new way to the search, for a letter with news; those of former letters lead there as well. */
    String link(SavedSearch search) {
        return link(search, false);
    }

    private String link(SavedSearch search, boolean asked) {
        String token = LinkToken.fresh();
        jdbc.sql("INSERT INTO saved_search_link (token_hash, saved_search, asked, made_at) VALUES (?, ?, ?, ?)")
                .params(LinkToken.hash(token), search.id(), asked, Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** Empty where no letter has that link, or its search was stopped or never confirmed in time. */
    @Transactional(readOnly = true)
    public Optional<SavedSearch> find(String token) {
        return jdbc.sql("SELECT saved_search.* FROM saved_search JOIN saved_search_link ON saved_search = id"
                        + " WHERE token_hash = ? AND (confirmed_at IS NOT NULL OR saved_at > ?)")
                .params(LinkToken.hash(token), Timestamp.from(unconfirmedSince()))
                .query((row, index) -> search(row))
                .optional();
    }

    /** The visitor has the mail address: from now on news are mailed. May be told twice. */
    public void confirm(SavedSearch search) {
        Instant now = clock.instant();
        jdbc.sql("UPDATE saved_search SET confirmed_at = ?, told_until = ?, next_look = ?"
                        + " WHERE id = ? AND confirmed_at IS NULL")
                .params(Timestamp.from(now), Timestamp.from(now), Timestamp.from(nextLook()), search.id())
                .update();
    }

    /** Nothing of the search is kept. May be told twice. */
    public void stop(SavedSearch search) {
        jdbc.sql("DELETE FROM saved_search WHERE id = ?").param(search.id()).update();
    }

    /**
     * A search that is looked at now.
     *
     * @param toldUntil what was published until then has been told
     */
    record Due(SavedSearch search, Instant toldUntil) {}

    /** The next that is due, which no other node takes until the transaction ends. */
    Optional<Due> due() {
        return jdbc.sql("SELECT * FROM saved_search WHERE confirmed_at IS NOT NULL AND next_look <= ?"
                        + " ORDER BY next_look LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(Timestamp.from(clock.instant()))
                .query((row, index) ->
                        new Due(search(row), row.getTimestamp("told_until").toInstant()))
                .optional();
    }

    /** What was published until then has been told; the next look is tomorrow. */
    void told(SavedSearch search, Instant until) {
        jdbc.sql("UPDATE saved_search SET told_until = ?, next_look = ? WHERE id = ?")
                .params(Timestamp.from(until), Timestamp.from(nextLook()), search.id())
                .update();
    }

    private Instant unconfirmedSince() {
        return ZonedDateTime.now(clock).minus(settings.confirmation()).toInstant();
    }

    private Instant nextLook() {
        ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), JAPAN);
        ZonedDateTime today = now.with(settings.at());
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private static SavedSearch search(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                SeedQuery.ofAddress(row.getString("query")),
                row.getString("words"),
                row.getTimestamp("confirmed_at") != null);
    }
}
