package org.kakehashi.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a creation over REST repeatable by the header {@code Idempotency-Key}: the same key with the same request gets
 * the first answer again and nothing is created twice, also where both arrive at once; with another request it is
 * refused. The key belongs to its user and is kept for 30 days.
 *
 * <pre>{@code
 * @PostMapping
 * ResponseEntity<Answer> create(
 *         @RequestHeader(name = Idempotency.HEADER, required = false) String key, @Valid @RequestBody Wish wish) {
 *     Answer created = idempotency.once(key, wish, Answer.class, () -> Answer.of(things.create(wish)));
 *     return ResponseEntity.created(URI.create("/api/v1/things/" + created.number())).body(created);
 * }
 * }</pre>
 */
@Component
public class Idempotency {

    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser user;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, ObjectMapper json, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Creates once and keeps the answer, in one transaction with the creation. Where the creation fails, the key is free
     * again.
     *
     * @param key from the header; without one the creation just happens
     * @param request whatever tells one request from another, usually the body
     * @param answer a type that Jackson writes and reads again
     */
    @Transactional
    public <T> T once(@Nullable String key, Object request, Class<T> answer, Supplier<T> create) {
        if (key == null) {
            return create.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
        }
        String hash = hash(answer.getName() + write(request));
        if (!claim(key, hash)) {
            return earlier(key, hash, answer);
        }
        T created = create.get();
        jdbc.sql("UPDATE idempotency_key SET response = ? WHERE key = ? AND actor = ?")
                .params(write(created), key, user.name())
                .update();
        return created;
    }

    /** A second request with the key waits here until the first has committed or failed. */
    private boolean claim(String key, String hash) {
        return jdbc.sql("INSERT INTO idempotency_key (key, actor, request_hash, at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(key, user.name(), hash, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private <T> T earlier(String key, String hash, Class<T> answer) {
        String response = jdbc.sql(
                        "SELECT response FROM idempotency_key WHERE key = ? AND actor = ? AND request_hash = ?")
                .params(key, user.name(), hash)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict(
                        "The Idempotency-Key \"" + key + "\" was used for another request: use a new one."));
        try {
            return json.readValue(response, answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer kept for an idempotency key is not readable", e);
        }
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Tokyo")
    @Transactional
    void forget() {
        jdbc.sql("DELETE FROM idempotency_key WHERE at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request or an answer is not writable as JSON", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
