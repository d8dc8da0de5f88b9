package org.kakehashi.parties;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.MeetingNews;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.SideAsked;
import org.kakehashi.negotiation.SideReminded;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sides were asked, and the letter that goes out with it, once for each asking. */
@Component
public class Askings {

    private final JdbcClient jdbc;
    private final PartyLinks links;
    private final LicensingCases cases;
    private final PartyAnswers answers;
    private final TermSheets sheets;
    private final Clock clock;

    Askings(
            JdbcClient jdbc,
            PartyLinks links,
            LicensingCases cases,
            PartyAnswers answers,
            TermSheets sheets,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.cases = cases;
        this.answers = answers;
        this.sheets = sheets;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SideAsked asked) {
        int news = jdbc.sql("INSERT INTO party_asking (case_number, side, occasion, round, asked_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        asked.caseNumber(),
                        asked.side().name(),
                        asked.occasion().name(),
                        asked.round(),
                        Timestamp.from(clock.instant()))
                .update();
        if (news > 0 && links.contact(asked.caseNumber(), asked.side()).isPresent()) {
            links.ask(asked);
        }
    }

    /** A reminder is mailed once, and only while the side has not answered. */
    @ApplicationModuleListener
    void on(SideReminded reminded) {
        SideAsked asked = new SideAsked(reminded.caseNumber(), reminded.occasion(), reminded.round(), reminded.side());
        int news = jdbc.sql("INSERT INTO party_reminder (id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(reminded.id())
                .update();
        boolean waits =
                open(asked.caseNumber(), asked.side()).filter(asked::equals).isPresent();
        if (news > 0 && waits && links.contact(asked.caseNumber(), asked.side()).isPresent()) {
            links.remind(asked.caseNumber(), asked.side());
        }
    }

    /** Asks the sides which of the times suit them. */
    @ApplicationModuleListener
    void on(MeetingNews.Offered offered) {
        Arrays.stream(Side.values())
                .filter(side -> links.contact(offered.caseNumber(), side).isPresent())
                .forEach(side -> links.askForTimes(offered.caseNumber(), side));
    }

    /** What the side is asked and has not answered yet. */
    @Transactional(readOnly = true)
    public Optional<SideAsked> open(String caseNumber, Side side) {
        LicensingCase licensingCase = cases.of(caseNumber);
        return !licensingCase.isOpen()
                ? Optional.empty()
                : asked(caseNumber, side).stream().filter(this::waits).findFirst();
    }

    private List<SideAsked> asked(String caseNumber, Side side) {
        return jdbc.sql("SELECT case_number, occasion, round, side FROM party_asking"
                        + " WHERE case_number = ? AND side = ? ORDER BY asked_at DESC, round DESC")
                .params(caseNumber, side.name())
                .query(SideAsked.class)
                .list();
    }

    private boolean waits(SideAsked asked) {
        return asked.occasion() == Occasion.OFFER
                ? sheets.of(asked.caseNumber()).round(asked.round()).state() == Round.State.OPEN
                : answers.find(asked.caseNumber(), asked.occasion(), asked.round(), asked.side())
                        .isEmpty();
    }
}
