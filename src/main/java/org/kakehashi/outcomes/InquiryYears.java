package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fiscal years that are asked about, from their opening until a manager closes them. */
@Component
@Transactional
@EnableConfigurationProperties(OutcomeSettings.class)
public class InquiryYears {

    private static final String PROGRESS = """
            SELECT fiscal_year, opened_at, closed_by, closed_at, count(number) AS asked,
              count(*) FILTER (WHERE state = 'OPEN') AS open, count(*) FILTER (WHERE state = 'ASKED_BACK') AS asked_back,
              count(*) FILTER (WHERE state = 'VISIT') AS visits, count(*) FILTER (WHERE state = 'REVIEW') AS reviews,
              count(*) FILTER (WHERE state = 'ANSWERED') AS answered,
              count(*) FILTER (WHERE state = 'UNANSWERED') AS unanswered,
              count(*) FILTER (WHERE state = 'CLOSED') AS closed
            FROM inquiry_year LEFT JOIN inquiry USING (fiscal_year)
            """;

    private final JdbcClient jdbc;
    private final OutcomeSettings settings;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    InquiryYears(
            JdbcClient jdbc,
            OutcomeSettings settings,
            Numbers numbers,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.numbers = numbers;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /** How a year stands. */
    public record Progress(
            int fiscalYear,
            Instant openedAt,
            @Nullable String closedBy,
            @Nullable Instant closedAt,
            int asked,
            int open,
            int askedBack,
            int visits,
            int reviews,
            int answered,
            int unanswered,
            int closed) {

        /** Where something is still waited for. */
        public int unsettled() {
            return open + askedBack + visits + reviews;
        }

        /** Of all asked, rounded to the first decimal; 0 where nobody was. */
        public BigDecimal responseRatePercent() {
            return asked == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(answered * 100L).divide(BigDecimal.valueOf(asked), 1, RoundingMode.HALF_UP);
        }

        public boolean isClosed() {
            return closedAt != null;
        }
    }

    /** What a unit of a currency was worth, and on which day. */
    public record Rate(String currency, BigDecimal yenPerUnit, LocalDate rateOn, String source) {}

    /** A year was closed: what still waits ends. */
    public record Closed(int fiscalYear) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Progress> all() {
        return jdbc.sql(PROGRESS + "GROUP BY fiscal_year ORDER BY fiscal_year DESC")
                .query(Progress.class)
                .list();
    }

    /** @throws Refusal where the year was not opened yet */
    @Transactional(readOnly = true)
    public Progress of(int fiscalYear) {
        return find(fiscalYear)
                .orElseThrow(() ->
                        Refusal.notFound("The inquiry of fiscal year %d has not been opened.".formatted(fiscalYear)));
    }

    private Optional<Progress> find(int fiscalYear) {
        return jdbc.sql(PROGRESS + "WHERE fiscal_year = ? GROUP BY fiscal_year")
                .param(fiscalYear)
                .query(Progress.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isOpen(int fiscalYear) {
        return find(fiscalYear).filter(year -> !year.isClosed()).isPresent();
    }

    /** The inquiries of a year in one state, or in all. */
    @Transactional(readOnly = true)
    public List<Inquiry> inquiries(int fiscalYear, Inquiry.@Nullable State state, int page, int size) {
        return jdbc.sql("SELECT number, contract_number, fiscal_year, state, asked_on, no_answer_reason FROM inquiry"
                        + " WHERE fiscal_year = ? AND state = ANY (?) ORDER BY number LIMIT ? OFFSET ?")
                .params(fiscalYear, states(state), size, (long) page * size)
                .query(Inquiry.class)
                .list();
    }

    private static String[] states(Inquiry.@Nullable State state) {
        Collection<Inquiry.State> states = state == null ? List.of(Inquiry.State.values()) : List.of(state);
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    /**
     * Opens what is due: the year, and inquiries for contracts in force during it or ended shortly before.
     *
     * @param limit of inquiries in one step
     * @return the numbers of new inquiries; fewer than the limit once all are open
     */
    public List<String> openDue(int limit) {
        int fiscalYear = settings.due(LocalDate.now(clock));
        jdbc.sql("INSERT INTO inquiry_year (fiscal_year, opened_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(fiscalYear, Timestamp.from(clock.instant()))
                .update();
        return isOpen(fiscalYear) ? open(fiscalYear, limit) : List.of();
    }

    private List<String> open(int fiscalYear, int limit) {
        List<String> contracts = jdbc.sql(
                        "SELECT number FROM contract WHERE status = 'CONFIRMED' AND begins_on <= :last"
                                + " AND (ends_on IS NULL OR ends_on > :since) AND NOT EXISTS (SELECT FROM inquiry"
                                + " WHERE contract_number = contract.number AND fiscal_year = :year) ORDER BY number LIMIT :limit")
                .param("last", FiscalYear.last(fiscalYear))
                .param("since", FiscalYear.first(fiscalYear).minusYears(settings.yearsAfterEnd()))
                .param("year", fiscalYear)
                .param("limit", limit)
                .query(String.class)
                .list();
        if (contracts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("INSERT INTO inquiry (number, contract_number, fiscal_year, state, asked_on)"
                        + " SELECT number, contract, ?, 'OPEN', ? FROM unnest(?, ?) AS new (number, contract)"
                        + " ON CONFLICT (contract_number, fiscal_year) DO NOTHING RETURNING number")
                .params(
                        fiscalYear,
                        LocalDate.now(clock),
                        numbers.next(CaseNumber.Kind.INQUIRY, contracts.size()).toArray(String[]::new),
                        contracts.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The rates entered for a year, by currency. */
    @Transactional(readOnly = true)
    public List<Rate> rates(int fiscalYear) {
        return jdbc.sql("SELECT currency, yen_per_unit, rate_on, source FROM inquiry_rate WHERE fiscal_year = ?"
                        + " ORDER BY currency")
                .param(fiscalYear)
                .query(Rate.class)
                .list();
    }

    /** The currencies, beside the yen, in which the year's answers are given. */
    @Transactional(readOnly = true)
    public List<String> currencies(int fiscalYear) {
        return jdbc.sql("SELECT DISTINCT currency FROM inquiry JOIN inquiry_answer USING (number)"
                        + " WHERE fiscal_year = ? AND currency <> 'JPY' ORDER BY currency")
                .param(fiscalYear)
                .query(String.class)
                .list();
    }

    /**
     * Says what other currencies were worth. Before a release the rates may be corrected; a later release takes the new ones.
     *
     * @throws Refusal where the user is no manager, or a rate cannot be
     */
    public void rate(int fiscalYear, Collection<Rate> rates) {
        asManager();
        of(fiscalYear);
        for (Rate rate : rates) {
            check(rate);
            jdbc.sql(
                            "INSERT INTO inquiry_rate (fiscal_year, currency, yen_per_unit, rate_on, source, entered_by, entered_at)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fiscal_year, currency) DO UPDATE SET"
                                    + " yen_per_unit = EXCLUDED.yen_per_unit, rate_on = EXCLUDED.rate_on, source = EXCLUDED.source,"
                                    + " entered_by = EXCLUDED.entered_by, entered_at = EXCLUDED.entered_at")
                    .params(
                            fiscalYear,
                            rate.currency(),
                            rate.yenPerUnit(),
                            rate.rateOn(),
                            rate.source().strip(),
                            user.name(),
                            Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private void check(Rate rate) {
        if (!Figures.CURRENCIES.contains(rate.currency()) || rate.currency().equals("JPY")) {
            throw Refusal.invalid(
                    "\"" + rate.currency() + "\" is none of the currencies that the questionnaire offers.");
        }
        if (rate.yenPerUnit().signum() <= 0
                || rate.yenPerUnit().stripTrailingZeros().scale() > 6
                || rate.yenPerUnit().compareTo(BigDecimal.valueOf(100_000)) > 0) {
            throw Refusal.invalid(
                    "Give what one %s is worth in yen as a positive number with at most 6 decimals, such as 151.37."
                            .formatted(rate.currency()));
        }
        if (rate.rateOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid(
                    "The rate of %s is of %s, which is still to come.".formatted(rate.currency(), rate.rateOn()));
        }
        if (rate.source().isBlank()) {
            throw Refusal.invalid("Say where the rate of %s comes from.".formatted(rate.currency()));
        }
    }

    /**
     * Ends the waiting. What is unsettled is refused unless it may be left out; answers that come later count from a later
     * release on.
     *
     * @param leavingOut whether what is unsettled is given up
     * @throws Refusal where the user is no manager, a rate is missing, or something is unsettled
     */
    public void close(int fiscalYear, boolean leavingOut) {
        asManager();
        lock(fiscalYear);
        Progress year = of(fiscalYear);
        if (year.isClosed()) {
            throw Refusal.conflict("Fiscal year %d is closed already.".formatted(fiscalYear));
        }
        checkRates(fiscalYear);
        if (year.unsettled() > 0 && !leavingOut) {
            throw Refusal.conflict("%d inquiries of fiscal year %d are unsettled: wait, or close the year without them."
                    .formatted(year.unsettled(), fiscalYear));
        }
        jdbc.sql("UPDATE inquiry_year SET closed_by = ?, closed_at = ? WHERE fiscal_year = ?")
                .params(user.name(), Timestamp.from(clock.instant()), fiscalYear)
                .update();
        events.publishEvent(new Closed(fiscalYear));
    }

    /** Gives up what is unsettled in a closed year. @return some of it, by number; none once nothing is left */
    public List<String> giveUp(int fiscalYear, int limit) {
        return jdbc.sql(
                        "UPDATE inquiry SET state = 'CLOSED', settled_at = ? WHERE number IN (SELECT number FROM inquiry"
                                + " WHERE fiscal_year = ? AND settled_at IS NULL ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED)"
                                + " RETURNING number")
                .params(Timestamp.from(clock.instant()), fiscalYear, limit)
                .query(String.class)
                .list();
    }

    void checkRates(int fiscalYear) {
        List<String> known = rates(fiscalYear).stream().map(Rate::currency).toList();
        String missing = currencies(fiscalYear).stream()
                .filter(currency -> !known.contains(currency))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.conflict(
                    "Answers were given in %s: enter what they were worth in yen first.".formatted(missing));
        }
    }

    void asManager() {
        if (!user.belongsToOneOf(Roles.MANAGERS)) {
            throw Refusal.forbidden("Managers close a year and release its figures.");
        }
    }

    void lock(int fiscalYear) {
        jdbc.sql("SELECT 1 FROM inquiry_year WHERE fiscal_year = ? FOR UPDATE")
                .param(fiscalYear)
                .query(Integer.class)
                .optional();
    }
}
