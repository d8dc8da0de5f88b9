package org.kakehashi.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.LinkToken;
import org.kakehashi.shared.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests for research tools that strangers hand in: each waits until its mail address has been confirmed. */
@Component
@Transactional
public class ToolRequests {

    private final ToolLicences licences;
    private final ToolLicenceLetters letters;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ToolRequests(
            ToolLicences licences,
            ToolLicenceLetters letters,
            Settings settings,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.licences = licences;
        this.letters = letters;
        this.settings = settings;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param confirmation how long a request waits for its mail address to be confirmed; then it is deleted
     * @param unconfirmedPerAddress how many may wait for one mail address; further ones are passed over in silence
     */
    @ConfigurationProperties("kakehashi.contract.tool-requests")
    record Settings(
            @DefaultValue("P7D") Period confirmation,
            @DefaultValue("3") int unconfirmedPerAddress) {}

    /**
     * A request by its link.
     *
     * @param requester absent once the address is confirmed: the licence has it
     * @param licenceNumber absent until then
     */
    public record Waiting(
            String seedNumber,
            ToolLicence.@Nullable Requester requester,
            @Nullable String licenceNumber) {}

    /**
     * Keeps a request and mails the link to confirm it.
     *
     * @throws Refusal where no licence could be given now
     */
    public void ask(String seedNumber, ToolLicence.Requester requester) {
        licences.check(seedNumber, requester);
        Integer waiting = jdbc.sql("SELECT count(*) FROM tool_request WHERE lower(email) = lower(?)"
                        + " AND licence_number IS NULL AND asked_at > ?")
                .params(requester.contactEmail(), Timestamp.from(unconfirmedSince()))
                .query(Integer.class)
                .single();
        if (waiting >= settings.unconfirmedPerAddress()) {
            return;
        }
        String token = LinkToken.fresh();
        jdbc.sql("INSERT INTO tool_request (token_hash, seed_number, email, requester, asked_at)"
                        + " VALUES (?, ?, ?, CAST(? AS jsonb), ?)")
                .params(
                        LinkToken.hash(token),
                        seedNumber,
                        requester.contactEmail(),
                        written(requester),
                        Timestamp.from(clock.instant()))
                .update();
        letters.confirmation(seedNumber, requester, token);
    }

    /** Empty where no letter has that link, or it was never confirmed in time. */
    @Transactional(readOnly = true)
    public Optional<Waiting> find(String token) {
        return jdbc.sql("SELECT * FROM tool_request WHERE token_hash = ?"
                        + " AND (licence_number IS NOT NULL OR asked_at > ?)")
                .params(LinkToken.hash(token), Timestamp.from(unconfirmedSince()))
                .query(this::waiting)
                .optional();
    }

    /**
     * The requester has the mail address: the request goes its way. May be told twice.
     *
     * @throws Refusal where no licence can be given any more
     */
    public void confirm(String token) {
        jdbc.sql("SELECT * FROM tool_request WHERE token_hash = ? AND licence_number IS NULL FOR UPDATE")
                .param(LinkToken.hash(token))
                .query(this::waiting)
                .optional()
                .ifPresent(waiting -> {
                    if (waiting.requester() != null) {
                        ToolLicence asked = licences.request(waiting.seedNumber(), "portal", waiting.requester());
                        jdbc.sql("UPDATE tool_request SET requester = NULL, licence_number = ? WHERE token_hash = ?")
                                .params(asked.number(), LinkToken.hash(token))
                                .update();
                    }
                });
    }

    private Instant unconfirmedSince() {
        return ZonedDateTime.now(clock).minus(settings.confirmation()).toInstant();
    }

    private String written(ToolLicence.Requester requester) {
        try {
            return json.writeValueAsString(requester);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Waiting waiting(ResultSet row, int index) throws SQLException {
        String requester = row.getString("requester");
        try {
            return new Waiting(
                    row.getString("seed_number"),
                    requester == null ? null : json.readValue(requester, ToolLicence.Requester.class),
                    row.getString("licence_number"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
