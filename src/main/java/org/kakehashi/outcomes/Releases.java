package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures that a closed year is known by. What one manager proposes another one releases; what is released never moves,
 * and a later answer counts from the next release on.
 */
@Component
@Transactional
public class Releases {

    private static final String NUMBER =
            "SELECT max(release) FROM inquiry_release WHERE fiscal_year = ? AND state = 'RELEASED'";

    private final JdbcClient jdbc;
    private final InquiryYears years;
    private final CurrentUser user;
    private final Clock clock;

    Releases(JdbcClient jdbc, InquiryYears years, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.user = user;
        this.clock = clock;
    }

    /** What becomes of a proposal. */
    public enum State {
        PROPOSED("Proposed"),
        RELEASED("Released"),
        RETURNED("Returned");

        private final String english;

        State(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /**
     * A release and its sums, amounts in yen.
     *
     * @param release counts from 1 within the fiscal year
     */
    public record Release(
            int fiscalYear,
            int release,
            State state,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String remark,
            int contracts,
            BigDecimal salesYen,
            BigDecimal investmentYen,
            BigDecimal costSavedYen,
            long jobs,
            long furtherLicences) {}

    /** What a contract's figures are in one set and in another; none where it is not in there. */
    public record Difference(
            String contractNumber,
            @Nullable Line before,
            @Nullable Line after) {}

    /** A contract's figures, amounts in yen. */
    public record Line(
            BigDecimal salesYen, int jobs, BigDecimal investmentYen, BigDecimal costSavedYen, int furtherLicences) {}

    /** All releases of a year, the latest first. */
    @Transactional(readOnly = true)
    public List<Release> of(int fiscalYear) {
        return jdbc.sql("SELECT inquiry_release.*, count(contract_number) AS contracts,"
                        + " coalesce(sum(sales_yen), 0) AS sales_yen, coalesce(sum(investment_yen), 0) AS investment_yen,"
                        + " coalesce(sum(cost_saved_yen), 0) AS cost_saved_yen, coalesce(sum(jobs), 0) AS jobs,"
                        + " coalesce(sum(further_licences), 0) AS further_licences"
                        + " FROM inquiry_release LEFT JOIN released_figure USING (fiscal_year, release)"
                        + " WHERE fiscal_year = ? GROUP BY fiscal_year, release ORDER BY release DESC")
                .param(fiscalYear)
                .query(Release.class)
                .list();
    }

    /** @throws Refusal where there is none */
    @Transactional(readOnly = true)
    public Release of(int fiscalYear, int release) {
        return of(fiscalYear).stream()
                .filter(each -> each.release() == release)
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notFound("Fiscal year %d has no release %d.".formatted(fiscalYear, release)));
    }

    /**
     * Freezes the answers of a closed year as they are, for another manager to release.
     *
     * @param reason why a release is due, such as corrections that came in
     * @throws Refusal where the year is not closed, another proposal waits, or nothing differs from the last release
     */
    public Release propose(int fiscalYear, String reason) {
        years.asManager();
        years.lock(fiscalYear);
        if (!years.of(fiscalYear).isClosed()) {
            throw Refusal.conflict("Fiscal year %d is still open: close it first.".formatted(fiscalYear));
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("Say why the figures are released.");
        }
        years.checkRates(fiscalYear);
        List<Release> before = of(fiscalYear);
        if (before.stream().anyMatch(each -> each.state() == State.PROPOSED)) {
            throw Refusal.conflict(
                    "A release of fiscal year %d is proposed already: decide on it first.".formatted(fiscalYear));
        }
        if (before.stream().anyMatch(each -> each.state() == State.RELEASED)
                && pending(fiscalYear).isEmpty()) {
            throw Refusal.conflict("Nothing differs from what is released of fiscal year %d.".formatted(fiscalYear));
        }
        int release = before.isEmpty() ? 1 : before.get(0).release() + 1;
        jdbc.sql("INSERT INTO inquiry_release (fiscal_year, release, state, reason, proposed_by, proposed_at, remark)"
                        + " VALUES (?, ?, 'PROPOSED', ?, ?, ?, '')")
                .params(fiscalYear, release, reason.strip(), user.name(), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql(
                        "INSERT INTO released_figure (fiscal_year, release, contract_number, edition, currency, sales, investment,"
                                + " cost_saved, yen_per_unit, rate_on, sales_yen, investment_yen, cost_saved_yen, jobs,"
                                + " further_licences) SELECT fiscal_year, :release, contract_number, edition, currency, sales,"
                                + " investment, cost_saved, yen_per_unit, rate_on, sales_yen, investment_yen, cost_saved_yen, jobs,"
                                + " further_licences FROM answered_figure WHERE fiscal_year = :year")
                .param("release", release)
                .param("year", fiscalYear)
                .update();
        return of(fiscalYear, release);
    }

    /**
     * Releases or returns what another manager has proposed.
     *
     * @param remark needed where it is returned
     * @throws Refusal where it is decided already, or the user has proposed it
     */
    public Release decide(int fiscalYear, int release, boolean released, String remark) {
        years.asManager();
        years.lock(fiscalYear);
        Release proposal = of(fiscalYear, release);
        if (proposal.state() != State.PROPOSED) {
            throw Refusal.conflict("Release %d of fiscal year %d is \"%s\" already."
                    .formatted(release, fiscalYear, proposal.state().english()));
        }
        if (proposal.proposedBy().equals(user.name())) {
            throw Refusal.forbidden("You have proposed this release yourself: another manager decides on it.");
        }
        if (!released && remark.isBlank()) {
            throw Refusal.invalid("Say what has to change before the figures are released.");
        }
        jdbc.sql("UPDATE inquiry_release SET state = ?, decided_by = ?, decided_at = ?, remark = ?"
                        + " WHERE fiscal_year = ? AND release = ?")
                .params(
                        released ? State.RELEASED.name() : State.RETURNED.name(),
                        user.name(),
                        Timestamp.from(clock.instant()),
                        remark.strip(),
                        fiscalYear,
                        release)
                .update();
        return of(fiscalYear, release);
    }

    /** The number of the release that counts. */
    @Transactional(readOnly = true)
    public Optional<Integer> current(int fiscalYear) {
        return jdbc.sql(NUMBER).param(fiscalYear).query(Integer.class).optional();
    }

    /** In what a release differs from the one that counted before it; all of the first one. */
    @Transactional(readOnly = true)
    public List<Difference> differences(int fiscalYear, int release) {
        int before = jdbc.sql(NUMBER + " AND release < ?")
                .params(fiscalYear, release)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return differences(
                "SELECT * FROM released_figure WHERE fiscal_year = :year AND release = :before",
                "SELECT * FROM released_figure WHERE fiscal_year = :year AND release = :after",
                fiscalYear,
                before,
                release);
    }

    /** In what the answers of today differ from what is released. */
    @Transactional(readOnly = true)
    public List<Difference> pending(int fiscalYear) {
        return differences(
                "SELECT * FROM released_figure WHERE fiscal_year = :year AND release = :before",
                "SELECT * FROM answered_figure WHERE fiscal_year = :year AND :after >= 0",
                fiscalYear,
                current(fiscalYear).orElse(0),
                0);
    }

    private List<Difference> differences(String one, String other, int fiscalYear, int before, int after) {
        return jdbc.sql("SELECT coalesce(a.contract_number, b.contract_number) AS contract,"
                        + " b.contract_number IS NOT NULL AS was, b.sales_yen AS b_sales, b.jobs AS b_jobs,"
                        + " b.investment_yen AS b_investment, b.cost_saved_yen AS b_saved, b.further_licences AS b_further,"
                        + " a.contract_number IS NOT NULL AS is_now, a.sales_yen AS a_sales, a.jobs AS a_jobs,"
                        + " a.investment_yen AS a_investment, a.cost_saved_yen AS a_saved, a.further_licences AS a_further"
                        + " FROM (" + one + ") b FULL JOIN (" + other + ") a ON a.contract_number = b.contract_number"
                        + " WHERE (a.sales_yen, a.jobs, a.investment_yen, a.cost_saved_yen, a.further_licences)"
                        + " IS DISTINCT FROM (b.sales_yen, b.jobs, b.investment_yen, b.cost_saved_yen, b.further_licences)"
                        + " ORDER BY contract")
                .param("year", fiscalYear)
                .param("before", before)
                .param("after", after)
                .query((row, index) -> new Difference(
                        row.getString("contract"),
                        row.getBoolean("was")
                                ? new Line(
                                        row.getBigDecimal("b_sales"),
                                        row.getInt("b_jobs"),
                                        row.getBigDecimal("b_investment"),
                                        row.getBigDecimal("b_saved"),
                                        row.getInt("b_further"))
                                : null,
                        row.getBoolean("is_now")
                                ? new Line(
                                        row.getBigDecimal("a_sales"),
                                        row.getInt("a_jobs"),
                                        row.getBigDecimal("a_investment"),
                                        row.getBigDecimal("a_saved"),
                                        row.getInt("a_further"))
                                : null))
                .list();
    }
}
