package org.kakehashi.outcomes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What licensees have typed and not sent yet, of each inquiry one draft, kept until an answer comes. */
@Component
@Transactional
public class InquiryDrafts {

    private static final int LONGEST = 5_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser user;
    private final Clock clock;

    InquiryDrafts(JdbcClient jdbc, ObjectMapper json, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.clock = clock;
    }

    /** What was typed, and when it was saved. */
    public record Draft(Figures.Entry entry, Instant savedAt) {}

    public void save(String number, Figures.Entry entry) {
        String typed = write(entry);
        if (typed.length() > LONGEST) {
            throw Refusal.invalid("The draft is too long: shorten the remarks.");
        }
        jdbc.sql("INSERT INTO inquiry_draft (number, typed, saved_by, saved_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (number) DO UPDATE SET typed = EXCLUDED.typed, saved_by = EXCLUDED.saved_by,"
                        + " saved_at = EXCLUDED.saved_at")
                .params(number, typed, user.name(), Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String number) {
        return jdbc.sql("SELECT typed, saved_at FROM inquiry_draft WHERE number = ?")
                .param(number)
                .query((row, index) -> Map.entry(
                        row.getString("typed"), row.getTimestamp("saved_at").toInstant()))
                .optional()
                .map(saved -> new Draft(read(saved.getKey()), saved.getValue()));
    }

    private String write(Figures.Entry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Figures.Entry read(String typed) {
        try {
            return json.readValue(typed, Figures.Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
