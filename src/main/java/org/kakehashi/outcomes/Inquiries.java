package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of licensees year by year, and every edition of what they answered. */
@Component
@Transactional
@EnableConfigurationProperties(Plausibility.Limits.class)
public class Inquiries {

    private static final String INQUIRY =
            "SELECT number, contract_number, fiscal_year, state, asked_on, no_answer_reason FROM inquiry ";

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final StatedSales stated;
    private final Plausibility.Limits limits;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Inquiries(
            JdbcClient jdbc,
            Contracts contracts,
            StatedSales stated,
            Plausibility.Limits limits,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.stated = stated;
        this.limits = limits;
        this.numbers = numbers;
        this.journal = journal;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Inquiry of(String number) {
        return jdbc.sql(INQUIRY + "WHERE number = ?")
                .param(number)
                .query(Inquiry.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no inquiry " + number + "."));
    }

    @Transactional(readOnly = true)
    public Optional<Inquiry> find(String contractNumber, int fiscalYear) {
        return jdbc.sql(INQUIRY + "WHERE contract_number = ? AND fiscal_year = ?")
                .params(contractNumber, fiscalYear)
                .query(Inquiry.class)
                .optional();
    }

    /** The latest year first. */
    @Transactional(readOnly = true)
    public List<Inquiry> ofContract(String contractNumber) {
        return jdbc.sql(INQUIRY + "WHERE contract_number = ? ORDER BY fiscal_year DESC")
                .param(contractNumber)
                .query(Inquiry.class)
                .list();
    }

    /** The inquiry, and nobody else answers it or moves it until the transaction ends. */
    public Inquiry lock(String number) {
        jdbc.sql("SELECT 1 FROM inquiry WHERE number = ? FOR UPDATE")
                .param(number)
                .query(Integer.class)
                .optional();
        return of(number);
    }

    /** Every edition, the latest first. */
    @Transactional(readOnly = true)
    public List<Answer> editions(String number) {
        return jdbc.sql("SELECT * FROM inquiry_answer WHERE number = ? ORDER BY edition DESC")
                .param(number)
                .query(Inquiries::answer)
                .list();
    }

    /** The edition that counts. */
    @Transactional(readOnly = true)
    public Optional<Answer> answer(String number) {
        return jdbc.sql("SELECT * FROM inquiry_answer WHERE number = ? ORDER BY edition DESC LIMIT 1")
                .param(number)
                .query(Inquiries::answer)
                .optional();
    }

    /**
     * The inquiry into which an answer of the year may be entered; where nobody was asked yet, one that is kept with its
     * first answer.
     *
     * @throws Refusal where the contract does not count, or the year lies before its signing or has not begun
     */
    @Transactional(readOnly = true)
    public Inquiry into(String contractNumber, int fiscalYear) {
        check(contracts.of(contractNumber), fiscalYear, LocalDate.now(clock));
        return find(contractNumber, fiscalYear)
                .orElseGet(() -> new Inquiry("", contractNumber, fiscalYear, Inquiry.State.OPEN, null, null));
    }

    /**
     * Takes an answer of a year, asked for or not.
     *
     * @throws Refusal as {@link #into} and {@link #take}
     */
    public Inquiry enter(String contractNumber, int fiscalYear, Answer.Given given) {
        if (into(contractNumber, fiscalYear).number().isEmpty()) {
            jdbc.sql("INSERT INTO inquiry (number, contract_number, fiscal_year, state, settled_at)"
                            + " VALUES (?, ?, ?, 'ANSWERED', ?) ON CONFLICT (contract_number, fiscal_year) DO NOTHING")
                    .params(numbers.next(CaseNumber.Kind.INQUIRY), contractNumber, fiscalYear, now())
                    .update();
        }
        Inquiry inquiry = into(contractNumber, fiscalYear);
        take(inquiry.number(), given);
        return of(inquiry.number());
    }

    /**
     * Takes an answer, or a correction of one. The same figures again change nothing.
     *
     * @throws Refusal where another one has come in meanwhile, or a correction bears no reason
     */
    public void take(String number, Answer.Given given) {
        Inquiry inquiry = lock(number);
        Optional<Answer> before = answer(number);
        if (before.filter(same -> same.figures().equals(given.figures())
                        && same.explanation().equals(given.explanation()))
                .isPresent()) {
            return;
        }
        int edition = before.map(Answer::edition).orElse(0);
        if (edition != given.seen()) {
            throw Refusal.conflict(
                    "Another answer for this year has come in meanwhile: look at it, then correct it if need be.");
        }
        if (edition > 0 && given.reason().isEmpty()) {
            throw Refusal.invalid("Say why the answer is corrected.");
        }
        Figures figures = given.figures();
        jdbc.sql("INSERT INTO inquiry_answer (number, edition, currency, sales, jobs, investment, cost_saved,"
                        + " further_licences, unused_reason, note, channel, source, explanation, reason, given_by, given_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        edition + 1,
                        figures.currency().getCurrencyCode(),
                        figures.sales(),
                        figures.jobs(),
                        figures.investment(),
                        figures.costSaved(),
                        figures.furtherLicences(),
                        figures.unusedReason() == null
                                ? null
                                : figures.unusedReason().name(),
                        figures.note(),
                        given.channel().name(),
                        given.source(),
                        given.explanation(),
                        edition == 0 ? "" : given.reason(),
                        user.name(),
                        now())
                .update();
        jdbc.sql("DELETE FROM inquiry_draft WHERE number = ?").param(number).update();
        if (inquiry.state() == Inquiry.State.CLOSED || inquiry.state() == Inquiry.State.UNANSWERED) {
            settle(number, Inquiry.State.ANSWERED, null);
        }
        note(inquiry, edition == 0 ? "Inquiry answered" : "Answer to the inquiry corrected");
        events.publishEvent(new Inquiry.Answered(number));
    }

    /** What is hard to believe about figures for that inquiry. */
    @Transactional(readOnly = true)
    public List<Doubt> doubts(Inquiry inquiry, Figures figures) {
        return Plausibility.doubts(
                figures,
                find(inquiry.contractNumber(), inquiry.fiscalYear() - 1)
                        .flatMap(lastYear -> answer(lastYear.number()))
                        .map(Answer::figures)
                        .orElse(null),
                stated.in(inquiry.contractNumber(), inquiry.fiscalYear()).orElse(null),
                limits);
    }

    /** The licensee, or its adviser, is asked from now on; counted anew from today. */
    public void ask(String number, Inquiry.State state) {
        jdbc.sql(
                        "UPDATE inquiry SET state = ?, asked_on = ?, settled_at = NULL, no_answer_reason = NULL WHERE number = ?")
                .params(state.name(), LocalDate.now(clock), number)
                .update();
    }

    /** Whose move it is has changed, while the days since the asking go on. */
    public void move(String number, Inquiry.State state) {
        jdbc.sql("UPDATE inquiry SET state = ?, settled_at = NULL, no_answer_reason = NULL WHERE number = ?")
                .params(state.name(), number)
                .update();
    }

    /** Nothing is waited for any more. */
    public void settle(String number, Inquiry.State state, @Nullable String noAnswerReason) {
        jdbc.sql("UPDATE inquiry SET state = ?, settled_at = ?, no_answer_reason = ? WHERE number = ?")
                .params(state.name(), now(), noAnswerReason, number)
                .update();
    }

    void note(Inquiry inquiry, String event) {
        journal.note(
                contracts.of(inquiry.contractNumber()).caseNumber(),
                event,
                "%s, fiscal year %d.".formatted(inquiry.contractNumber(), inquiry.fiscalYear()));
    }

    private static void check(Contract contract, int fiscalYear, LocalDate today) {
        if (contract.status() != Contract.Status.CONFIRMED) {
            throw Refusal.conflict("Contract %s is \"%s\": only a confirmed contract has an impact."
                    .formatted(contract.number(), contract.status().english()));
        }
        int first = FiscalYear.of(contract.signedOn());
        if (fiscalYear < first) {
            throw Refusal.invalid("Contract %s was signed in the fiscal year %d: it has no impact before."
                    .formatted(contract.number(), first));
        }
        if (fiscalYear > FiscalYear.of(today)) {
            throw Refusal.invalid("The fiscal year %d has not begun yet.".formatted(fiscalYear));
        }
    }

    private static Answer answer(ResultSet row, int index) throws SQLException {
        String unused = row.getString("unused_reason");
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Answer(
                row.getString("number"),
                row.getInt("edition"),
                new Figures(
                        currency,
                        amount(row, "sales"),
                        row.getInt("jobs"),
                        amount(row, "investment"),
                        amount(row, "cost_saved"),
                        row.getInt("further_licences"),
                        unused == null ? null : UnusedReason.valueOf(unused),
                        row.getString("note")),
                Answer.Channel.valueOf(row.getString("channel")),
                row.getString("source"),
                row.getString("explanation"),
                row.getString("reason"),
                row.getString("given_by"),
                row.getTimestamp("given_at").toInstant());
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
