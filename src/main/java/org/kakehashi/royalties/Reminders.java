package org.kakehashi.royalties;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that remind the obliged parties, each sent once. They name the contract and the day, never an amount. */
@Component
@Transactional
public class Reminders {

    /** @param days from the day the obligation is due on which it was reminded of; negative before */
    public record Reminder(String obligationNumber, int days, Side side, Instant mailedAt) {}

    private final JdbcClient jdbc;
    private final Obligations obligations;
    private final Contracts contracts;
    private final PartyLinks links;
    private final Mails mails;
    private final Journal journal;
    private final Clock clock;

    Reminders(
            JdbcClient jdbc,
            Obligations obligations,
            Contracts contracts,
            PartyLinks links,
            Mails mails,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.obligations = obligations;
        this.contracts = contracts;
        this.links = links;
        this.mails = mails;
        this.journal = journal;
        this.clock = clock;
    }

    /** All mails about the contract's obligations, the earliest first. */
    @Transactional(readOnly = true)
    public List<Reminder> ofContract(String contractNumber) {
        return jdbc.sql("SELECT reminder.obligation_number, days, side, mailed_at FROM obligation_reminder reminder"
                        + " JOIN obligation ON number = obligation_number WHERE contract_number = ?"
                        + " ORDER BY mailed_at, obligation_number, days, side")
                .param(contractNumber)
                .query(Reminder.class)
                .list();
    }

    /**
     * Mails each obliged party's contact a link to its page; once for each of those days, however often asked.
     *
     * @param days from the day the obligation is due; negative before
     */
    public void mail(String obligationNumber, int days) {
        Obligation obligation = obligations.of(obligationNumber);
        Contract contract = contracts.of(obligation.contractNumber());
        for (Side side : obligation.kind().obliged()) {
            if (isNews(obligationNumber, days, side)) {
                mail(obligation, contract, side);
            }
        }
    }

    private boolean isNews(String obligationNumber, int days, Side side) {
        return jdbc.sql("INSERT INTO obligation_reminder (obligation_number, days, side, mailed_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(obligationNumber, days, side.name(), Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private void mail(Obligation obligation, Contract contract, Side side) {
        Optional<PartyLinks.Issued> issued = links.issue(contract.caseNumber(), side);
        issued.ifPresent(link -> mails.post(new Letter(
                link.email(),
                link.language(),
                "obligation-reminder",
                List.of(contract.number()),
                Map.of(
                        "name",
                        link.name(),
                        "contractNumber",
                        contract.number(),
                        "dueOn",
                        obligation.dueOn(),
                        "late",
                        obligation.isOverdue(LocalDate.now(clock)),
                        "address",
                        side == Side.LICENSEE ? link.address() + "/statements" : link.address(),
                        "until",
                        link.until()))));
        journal.note(
                contract.caseNumber(),
                issued.isPresent()
                        ? "Reminder mailed to the " + side.lower()
                        : "No mail address is known for the " + side.lower() + ": it was not reminded",
                "%s %s, due on %s.".formatted(obligation.kind().english(), obligation.number(), obligation.dueOn()));
    }
}
