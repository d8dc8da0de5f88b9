package org.kakehashi.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.consultation.Consultation.Asker;
import org.kakehashi.consultation.Consultation.Channel;
import org.kakehashi.consultation.Consultation.Interest;
import org.kakehashi.consultation.Consultation.Question;
import org.kakehashi.consultation.Consultation.State;
import org.kakehashi.consultation.ConsultationLinks.Occasion;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All questions, from being asked to being settled. */
@Component
@Transactional
public class Consultations {

    /** The largest file that a question takes along, in bytes. */
    public static final long LARGEST_FILE = 5L * 1024 * 1024;

    /** How many files a question takes along. */
    public static final int MOST_FILES = 3;

    private static final String MEETING = """
            FROM consultation WHERE state <> 'UNCONFIRMED'
            AND (CAST(:own AS text) IS NULL OR adviser = :own OR entered_by = :own)
            AND (CAST(:state AS text) IS NULL OR state = :state)
            """;

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final ConsultationLinks links;
    private final Inquiry inquiry;
    private final ConsultationSettings settings;
    private final OwnRecords own;
    private final CurrentUser user;
    private final Clock clock;

    Consultations(
            JdbcClient jdbc,
            Numbers numbers,
            ConsultationLinks links,
            Inquiry inquiry,
            ConsultationSettings settings,
            OwnRecords own,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.links = links;
        this.inquiry = inquiry;
        this.settings = settings;
        this.own = own;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Takes a question. One from the portal waits until its mail address is confirmed, any other goes its way at once.
     *
     * @throws Refusal where a file is too large, there are too many, or the address has not confirmed earlier questions
     */
    public String ask(Channel channel, Question question, List<ReceivedFile> files) {
        if (files.size() > MOST_FILES) {
            throw Refusal.invalid("A question takes along at most " + MOST_FILES + " files.");
        }
        boolean portal = channel == Channel.PORTAL;
        if (portal && waiting(question.asker()) >= settings.unconfirmedPerAddress()) {
            throw Refusal.conflict("Earlier questions of this mail address are not yet confirmed: please look into your"
                    + " mail first.");
        }
        String number = numbers.next(CaseNumber.Kind.CONSULTATION);
        insert(number, channel, question);
        say(number, Voice.ASKER, question.text());
        for (int position = 1; position <= files.size(); position++) {
            keep(number, position, files.get(position - 1));
        }
        if (portal) {
            links.send(number, question.asker(), Occasion.CONFIRM);
        } else {
            inquiry.begin(number);
        }
        return number;
    }

    private int waiting(Asker asker) {
        return jdbc.sql("SELECT count(*) FROM consultation WHERE state = 'UNCONFIRMED' AND email = ?")
                .param(asker.email())
                .query(Integer.class)
                .single();
    }

    private void insert(String number, Channel channel, Question question) {
        Asker asker = question.asker();
        Interest interest = question.interest();
        jdbc.sql("INSERT INTO consultation (number, channel, language, asker, organisation, email, phone, prefecture,"
                        + " field, seed_number, wish, state, adviser_kind, entered_by, asked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PATENT_LICENSING', ?, ?)")
                .params(
                        number,
                        channel.name(),
                        asker.language(),
                        asker.name(),
                        asker.organisation(),
                        asker.email(),
                        asker.phone(),
                        asker.prefecture() == null ? null : asker.prefecture().name(),
                        question.field() == null ? null : question.field().name(),
                        interest == null ? null : interest.seedNumber(),
                        interest == null ? null : interest.wish().name(),
                        (channel == Channel.PORTAL ? State.UNCONFIRMED : State.OPEN).name(),
                        user.name(),
                        now())
                .update();
    }

    private void keep(String number, int position, ReceivedFile file) {
        if (file.bytes() > LARGEST_FILE) {
            throw Refusal.invalid("\"%s\" is too large: a file has at most 5 MB.".formatted(file.name()));
        }
        try (InputStream content = file.open()) {
            jdbc.sql("INSERT INTO consultation_file (number, position, name, type, sha256, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            number,
                            position,
                            file.name(),
                            file.type().mediaType(),
                            file.sha256(),
                            content.readAllBytes())
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The asker has the mail address: the question goes its way. May be told twice. */
    public void confirm(String number) {
        if (change(number, State.UNCONFIRMED, State.OPEN)) {
            inquiry.begin(number);
        }
    }

    /** From now on this adviser has the question. */
    public void assign(String number, @Nullable String adviser) {
        jdbc.sql("UPDATE consultation SET adviser = ? WHERE number = ?")
                .params(adviser, number)
                .update();
    }

    /** @throws Refusal where no mail address is known, or the question is settled */
    public void askBack(String number, String text) {
        Asker asker = of(number).asker();
        if (asker.email() == null) {
            throw Refusal.invalid(
                    "No mail address is known: ask " + asker.name() + " in person, then write down the answer.");
        }
        move(number, State.OPEN, State.ASKED_BACK);
        say(number, Voice.ADVISER, text);
        links.send(number, asker, Occasion.ASKED_BACK);
    }

    /** The asker writes what was asked for. @throws Refusal where nothing is asked */
    public void reply(String number, String text) {
        move(number, State.ASKED_BACK, State.OPEN);
        say(number, Voice.ASKER, text);
        if (!inquiry.replied(number)) {
            throw Refusal.conflict("This question does not wait for a reply just now.");
        }
    }

    /** A patent information adviser answers instead. @throws Refusal where one has it already */
    public void refer(String number, String note) {
        if (of(number).adviserKind() == Adviser.Kind.PATENT_INFORMATION) {
            throw Refusal.conflict(number + " is with a patent information adviser already.");
        }
        jdbc.sql("UPDATE consultation SET adviser_kind = 'PATENT_INFORMATION' WHERE number = ?")
                .param(number)
                .update();
        say(number, Voice.COLLEAGUE, note);
    }

    /** The question is answered; the asker is mailed where to read it. */
    public void answer(String number, String text) {
        settle(number, State.ANSWERED, null, text);
    }

    /** The question became a need, a seed or a case; the asker reads the words. */
    public void became(String number, State state, String recordNumber, String text) {
        settle(number, state, recordNumber, text);
    }

    private void settle(String number, State state, @Nullable String recordNumber, String text) {
        close(number, State.OPEN, state, recordNumber);
        say(number, Voice.ADVISER, text);
        links.send(number, of(number).asker(), Occasion.ANSWERED);
    }

    /** It is no question to the programme; nobody is written to. */
    public void dismiss(String number, String reason) {
        close(number, State.OPEN, State.DISMISSED, null);
        say(number, Voice.COLLEAGUE, reason);
    }

    /** The asker has not replied in time. May run twice. */
    public void closeUnreplied(String number) {
        if (of(number).state() == State.ASKED_BACK) {
            close(number, State.ASKED_BACK, State.UNREPLIED, null);
        }
    }

    /** @throws Refusal where there is no such question */
    @Transactional(readOnly = true)
    public Consultation of(String number) {
        return jdbc.sql("SELECT * FROM consultation WHERE number = ?")
                .param(number)
                .query((row, index) -> consultation(row))
                .optional()
                .orElseThrow(() -> unknown(number));
    }

    /** All there is of a question, for those who may see it. @throws Refusal to others */
    @Transactional(readOnly = true)
    public Consultation.Sheet sheet(String number) {
        Consultation consultation = of(number);
        if (!mayRead(consultation)) {
            throw own.narrowedTo().isPresent()
                    ? unknown(number)
                    : Refusal.forbidden(number + " is open to the adviser who has it and to managers.");
        }
        return wholeSheet(number);
    }

    /** All there is of a question, for whoever has been let in. */
    @Transactional(readOnly = true)
    public Consultation.Sheet wholeSheet(String number) {
        return new Consultation.Sheet(
                of(number),
                jdbc.sql(
                                "SELECT from_asker, internal, CASE WHEN from_asker THEN asker ELSE author END AS author, text, at"
                                        + " FROM consultation_message JOIN consultation USING (number) WHERE number = ? ORDER BY id")
                        .param(number)
                        .query(Consultation.Message.class)
                        .list(),
                jdbc.sql("SELECT position, name FROM consultation_file WHERE number = ? ORDER BY position")
                        .param(number)
                        .query(Consultation.AttachmentName.class)
                        .list());
    }

    /** @throws Refusal where there is no such file, or the user may not see the question */
    @Transactional(readOnly = true)
    public Consultation.Attachment file(String number, int position) {
        sheet(number);
        return jdbc.sql("SELECT position, name, type, content FROM consultation_file WHERE number = ? AND position = ?")
                .params(number, position)
                .query(Consultation.Attachment.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound(number + " has no file " + position + "."));
    }

    /** The latest first: to managers all, to others those they have or have entered. */
    @Transactional(readOnly = true)
    public Page<Consultation> find(@Nullable State state, Pageable page) {
        List<Consultation> found = meeting(
                        "SELECT * " + MEETING + " ORDER BY asked_at DESC, number LIMIT :size OFFSET :offset", state)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> consultation(row))
                .list();
        return new PageImpl<>(
                found,
                page,
                meeting("SELECT count(*) " + MEETING, state).query(Long.class).single());
    }

    private JdbcClient.StatementSpec meeting(String sql, @Nullable State state) {
        return jdbc.sql(sql)
                .param("own", seesAll() ? null : user.name())
                .param("state", state == null ? null : state.name());
    }

    private boolean mayRead(Consultation consultation) {
        return seesAll()
                || user.name().equals(consultation.adviser())
                || user.name().equals(consultation.enteredBy())
                || consultation.adviser() == null && user.belongsToOneOf(Roles.ADVISERS);
    }

    private boolean seesAll() {
        return user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS);
    }

    /** Questions whose mail address nobody has confirmed go, with all that came along. */
    @Scheduled(cron = "0 37 3 * * *", zone = "Asia/Tokyo")
    void forget() {
        jdbc.sql("DELETE FROM consultation WHERE state = 'UNCONFIRMED' AND asked_at < ?")
                .param(Timestamp.from(
                        ZonedDateTime.now(clock).minus(settings.confirmation()).toInstant()))
                .update();
    }

    private enum Voice {
        ASKER,
        ADVISER,
        COLLEAGUE
    }

    private void say(String number, Voice voice, String text) {
        jdbc.sql("INSERT INTO consultation_message (number, from_asker, internal, author, text, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        voice == Voice.ASKER,
                        voice == Voice.COLLEAGUE,
                        voice == Voice.ASKER ? "" : user.name(),
                        text.strip(),
                        now())
                .update();
    }

    private void move(String number, State from, State to) {
        if (!change(number, from, to)) {
            throw Refusal.conflict(
                    number + " has moved on meanwhile: " + of(number).state().english() + ".");
        }
    }

    private boolean change(String number, State from, State to) {
        return jdbc.sql("UPDATE consultation SET state = ? WHERE number = ? AND state = ?")
                        .params(to.name(), number, from.name())
                        .update()
                == 1;
    }

    private void close(String number, State from, State to, @Nullable String recordNumber) {
        int closed = jdbc.sql("UPDATE consultation SET state = ?, record_number = ?, closed_at = ?"
                        + " WHERE number = ? AND state = ?")
                .params(to.name(), recordNumber, now(), number, from.name())
                .update();
        if (closed == 0) {
            throw Refusal.conflict(
                    number + " has moved on meanwhile: " + of(number).state().english() + ".");
        }
    }

    private static Refusal unknown(String number) {
        return Refusal.notFound("There is no consultation " + number + ".");
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        String seed = row.getString("seed_number");
        return new Consultation(
                row.getString("number"),
                new Asker(
                        row.getString("asker"),
                        row.getString("organisation"),
                        row.getString("email"),
                        row.getString("phone"),
                        Optional.ofNullable(row.getString("prefecture"))
                                .map(Prefecture::valueOf)
                                .orElse(null),
                        row.getString("language")),
                Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("field"))
                        .map(TechnologyField::valueOf)
                        .orElse(null),
                seed == null ? null : new Interest(seed, Consultation.Wish.valueOf(row.getString("wish"))),
                State.valueOf(row.getString("state")),
                Adviser.Kind.valueOf(row.getString("adviser_kind")),
                row.getString("adviser"),
                row.getString("record_number"),
                row.getString("entered_by"),
                row.getTimestamp("asked_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
