package org.kakehashi.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions of signed-in people on all nodes, as Spring Session keeps them in the database. A session that is ended
 * here is gone with its next request, in the own pages and in Camunda's web applications alike. Time is the machine's,
 * which Spring Session goes by.
 */
@Component
@Transactional
public class Sessions {

    private final JdbcClient jdbc;
    private final LoginSettings settings;
    private final Clock clock = Clock.systemUTC();

    Sessions(JdbcClient jdbc, LoginSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param id the session's own, which its cookie bears */
    public record Open(String user, String id, Instant since, Instant lastUsed) {}

    /** The open sessions of a user, the last used first. */
    @Transactional(readOnly = true)
    public List<Open> of(String user) {
        return all().stream().filter(session -> session.user().equals(user)).toList();
    }

    /** The open sessions of everybody, the last used first. */
    @Transactional(readOnly = true)
    public List<Open> all() {
        return jdbc.sql("SELECT principal_name, session_id, creation_time, last_access_time FROM spring_session"
                        + " WHERE principal_name IS NOT NULL AND expiry_time > ? ORDER BY last_access_time DESC")
                .param(clock.millis())
                .query((row, index) -> new Open(
                        row.getString("principal_name"),
                        row.getString("session_id"),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time"))))
                .list();
    }

    /** Signs the user out everywhere. */
    public void end(String user) {
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = ?")
                .param(user)
                .update();
    }

    @EventListener
    void endWith(AccountChanged account) {
        end(account.user());
    }

    @Scheduled(fixedDelayString = "PT1M")
    void endOverlong() {
        jdbc.sql("DELETE FROM spring_session WHERE creation_time < ?")
                .param(clock.instant().minus(settings.longestSession()).toEpochMilli())
                .update();
    }
}
