package org.kakehashi.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes entries and finds them again. */
@Component
public class AuditTrail {

    private static final int LONGEST = 300;

    private static final String MEETING = """
            FROM audit_entry
            WHERE (CAST(:actor AS text) IS NULL OR actor = :actor)
            AND (CAST(:subject AS text) IS NULL OR subject = :subject)
            AND (CAST(:action AS text) IS NULL OR action = :action)
            AND (CAST(:from AS timestamptz) IS NULL OR at >= :from)
            AND (CAST(:until AS timestamptz) IS NULL OR at < :until)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What to look for; what is absent does not count.
     *
     * @param from first day
     * @param until last day
     */
    public record Wish(
            @Nullable String actor,
            @Nullable String subject,
            @Nullable Action action,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Adds an entry, whatever becomes of the caller's transaction: what was seen was seen.
     *
     * @param subject the number of a record or case, or the id of a task or instance, which is kept as the number of what
     *     it is about
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(String actor, Action action, String subject, String detail) {
        jdbc.sql("""
                        INSERT INTO audit_entry (at, actor, action, subject, detail)
                        VALUES (:at, :actor, :action, coalesce(
                          (SELECT business_key_ FROM act_hi_taskinst JOIN act_hi_procinst USING (proc_inst_id_)
                           WHERE act_hi_taskinst.id_ = :subject),
                          (SELECT business_key_ FROM act_hi_procinst WHERE proc_inst_id_ = :subject),
                          :subject), :detail)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", shortened(actor))
                .param("action", action.name())
                .param("subject", shortened(subject))
                .param("detail", shortened(detail))
                .update();
    }

    private static String shortened(String text) {
        return StringUtils.left(text.replaceAll("\\p{Cntrl}", " "), LONGEST);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Page<AuditEntry> find(Wish wish, Pageable page) {
        List<AuditEntry> found = meeting(
                        "SELECT * " + MEETING + " ORDER BY at DESC, id DESC LIMIT :size OFFSET :offset", wish)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> entry(row))
                .list();
        return new PageImpl<>(
                found,
                page,
                meeting("SELECT count(*) " + MEETING, wish).query(Long.class).single());
    }

    /** All that meet the wish, oldest first, row by row; to be closed within the caller's transaction. */
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    public Stream<AuditEntry> stream(Wish wish) {
        return meeting("SELECT * " + MEETING + " ORDER BY at, id", wish).query((row, index) -> entry(row)).stream();
    }

    private JdbcClient.StatementSpec meeting(String sql, Wish wish) {
        return jdbc.sql(sql)
                .param("actor", StringUtils.trimToNull(wish.actor()))
                .param("subject", StringUtils.trimToNull(wish.subject()))
                .param("action", wish.action() == null ? null : wish.action().name())
                .param("from", wish.from() == null ? null : start(wish.from()))
                .param("until", wish.until() == null ? null : start(wish.until().plusDays(1)));
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                Action.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("detail"),
                row.getObject("place", Long.class));
    }
}
