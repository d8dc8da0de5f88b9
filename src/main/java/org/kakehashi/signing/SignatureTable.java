package org.kakehashi.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Signature.Way;
import org.kakehashi.signing.SignatureRequest.State;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests and signatures; with them come the signatures on paper that were only reported as answers. */
@Component
class SignatureTable {

    private static final String REQUESTS = "SELECT * FROM signature_request ";

    private final JdbcClient jdbc;
    private final PartyAnswers answers;

    SignatureTable(JdbcClient jdbc, PartyAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** @return false where the case has one already */
    boolean open(String caseNumber, @Nullable Pinned text, Instant at) {
        return jdbc.sql("INSERT INTO signature_request (id, case_number, document, version, sha256, state, opened_at)"
                                + " VALUES (?, ?, ?, ?, ?, 'OPEN', ?) ON CONFLICT (case_number) DO NOTHING")
                        .params(
                                UUID.randomUUID(),
                                caseNumber,
                                text == null ? null : text.document(),
                                text == null ? null : text.version(),
                                text == null ? null : text.sha256(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<SignatureRequest> find(UUID id) {
        return jdbc.sql(REQUESTS + "WHERE id = ?")
                .param(id)
                .query(this::request)
                .optional();
    }

    Optional<SignatureRequest> ofCase(String caseNumber) {
        return jdbc.sql(REQUESTS + "WHERE case_number = ?")
                .param(caseNumber)
                .query(this::request)
                .optional();
    }

    Page<SignatureRequest> search(@Nullable State state, @Nullable String caseNumber, Pageable page) {
        String which = "WHERE (state = :state OR :state IS NULL) AND (case_number = :case OR :case IS NULL)";
        long total = jdbc.sql("SELECT count(*) FROM signature_request " + which)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("case", caseNumber, Types.VARCHAR)
                .query(Long.class)
                .single();
        List<SignatureRequest> found = jdbc.sql(REQUESTS + which + " ORDER BY opened_at, id LIMIT :size OFFSET :start")
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("case", caseNumber, Types.VARCHAR)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(this::request)
                .list();
        return new PageImpl<>(found, page, total);
    }

    /** Whoever else is about to change the request waits here until this transaction is over. */
    void lock(String caseNumber) {
        jdbc.sql("SELECT id FROM signature_request WHERE case_number = ? FOR UPDATE")
                .param(caseNumber)
                .query()
                .listOfRows();
    }

    void sealed(UUID id, Pinned file, @Nullable String certificate, Instant at) {
        jdbc.sql("UPDATE signature_request SET state = 'SEALED', ended_at = ?, sealed_document = ?, sealed_version = ?,"
                        + " sealed_sha256 = ?, certificate = ? WHERE id = ?")
                .params(Timestamp.from(at), file.document(), file.version(), file.sha256(), certificate, id)
                .update();
    }

    /** @return false where it was not open */
    boolean close(String caseNumber, Instant at) {
        return jdbc.sql("UPDATE signature_request SET state = 'CLOSED', ended_at = ?"
                                + " WHERE case_number = ? AND state = 'OPEN'")
                        .params(Timestamp.from(at), caseNumber)
                        .update()
                == 1;
    }

    void add(UUID request, Signature signature) {
        Pinned scan = signature.scan();
        jdbc.sql("INSERT INTO signature (request, side, way, signer, email, provider, at, recorded_by, scan_document,"
                        + " scan_version, scan_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        request,
                        signature.side().name(),
                        signature.way().name(),
                        signature.signer(),
                        signature.email(),
                        signature.provider(),
                        Timestamp.from(signature.at()),
                        signature.recordedBy(),
                        scan == null ? null : scan.document(),
                        scan == null ? null : scan.version(),
                        scan == null ? null : scan.sha256())
                .update();
    }

    void confirm(UUID request, Side side, String by) {
        jdbc.sql("UPDATE signature SET confirmed_by = ? WHERE request = ? AND side = ?")
                .params(by, request, side.name())
                .update();
    }

    void remove(UUID request, Side side) {
        jdbc.sql("DELETE FROM signature WHERE request = ? AND side = ?")
                .params(request, side.name())
                .update();
    }

    /** @return false where the service has told the same before */
    boolean heard(String provider, String event, UUID request, Instant at) {
        return jdbc.sql("INSERT INTO signature_event (provider, event_id, request, received_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(provider, event, request, Timestamp.from(at))
                        .update()
                == 1;
    }

    private List<Signature> signatures(UUID request, String caseNumber) {
        List<Signature> signatures = new ArrayList<>(kept(request));
        for (Side side : Side.values()) {
            if (signatures.stream().noneMatch(signature -> signature.side() == side)) {
                answers.find(caseNumber, Occasion.SIGNATURE, 1, side)
                        .filter(PartyAnswer::positive)
                        .map(SignatureTable::onPaper)
                        .ifPresent(signatures::add);
            }
        }
        return signatures;
    }

    private static Signature onPaper(PartyAnswer answer) {
        String signer = StringUtils.removeEnd(StringUtils.removeStart(answer.reason(), Signature.SIGNED_BY), ".");
        return new Signature(
                answer.side(),
                Way.PAPER,
                StringUtils.defaultIfBlank(signer, "—"),
                null,
                null,
                answer.at(),
                answer.givenBy(),
                null,
                null);
    }

    private List<Signature> kept(UUID request) {
        return jdbc.sql("SELECT * FROM signature WHERE request = ? ORDER BY at, side")
                .param(request)
                .query((row, index) -> new Signature(
                        Side.valueOf(row.getString("side")),
                        Way.valueOf(row.getString("way")),
                        row.getString("signer"),
                        row.getString("email"),
                        row.getString("provider"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("recorded_by"),
                        pinned(row, "scan_"),
                        row.getString("confirmed_by")))
                .list();
    }

    private SignatureRequest request(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new SignatureRequest(
                id,
                row.getString("case_number"),
                pinned(row, ""),
                State.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                pinned(row, "sealed_"),
                row.getString("certificate"),
                signatures(id, row.getString("case_number")));
    }

    private static @Nullable Pinned pinned(ResultSet row, String prefix) throws SQLException {
        String sha256 = row.getString(prefix + "sha256");
        return sha256 == null
                ? null
                : new Pinned(row.getInt(prefix + "document"), row.getInt(prefix + "version"), sha256);
    }
}
