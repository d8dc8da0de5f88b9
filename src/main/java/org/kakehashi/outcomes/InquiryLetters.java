package org.kakehashi.outcomes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.shared.Side;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters that take the questionnaire's link to the licensee, each sent once. They name contract and year, never a figure. */
@Component
@Transactional
public class InquiryLetters {

    private final JdbcClient jdbc;
    private final Inquiries inquiries;
    private final Contracts contracts;
    private final PartyLinks links;
    private final Mails mails;
    private final MessageSource messages;
    private final Clock clock;

    InquiryLetters(
            JdbcClient jdbc,
            Inquiries inquiries,
            Contracts contracts,
            PartyLinks links,
            Mails mails,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.inquiries = inquiries;
        this.contracts = contracts;
        this.links = links;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a letter says. */
    public enum Occasion {
        QUESTIONNAIRE,
        REMINDER,
        ASKED_BACK
    }

    /**
     * Mails the licensee's contact a link to the questionnaire; once for each of those days, however often asked.
     *
     * @param days since the licensee was asked
     * @param answerBy the last day of the window
     */
    public void mail(String number, Occasion occasion, int days, LocalDate answerBy) {
        Inquiry inquiry = inquiries.of(number);
        LocalDate askedOn = Objects.requireNonNull(inquiry.askedOn());
        boolean isNews = jdbc.sql(
                                "INSERT INTO inquiry_letter (number, occasion, asked_on, days, mailed_at) VALUES (?, ?, ?, ?, ?)"
                                        + " ON CONFLICT DO NOTHING")
                        .params(number, occasion.name(), askedOn, days, Timestamp.from(clock.instant()))
                        .update()
                > 0;
        if (!isNews) {
            return;
        }
        Contract contract = contracts.of(inquiry.contractNumber());
        Optional<PartyLinks.Issued> issued = links.issue(contract.caseNumber(), Side.LICENSEE);
        issued.ifPresent(link -> mails.post(new Letter(
                link.email(),
                link.language(),
                "inquiry",
                List.of(
                        messages.getMessage("inquiry.letter." + occasion, null, link.language()),
                        contract.number(),
                        String.valueOf(inquiry.fiscalYear())),
                Map.of(
                        "name",
                        link.name(),
                        "words",
                        "inquiry.letter." + occasion + ".words",
                        "contractNumber",
                        contract.number(),
                        "fiscalYear",
                        String.valueOf(inquiry.fiscalYear()),
                        "answerBy",
                        answerBy,
                        "address",
                        link.address() + "/inquiry",
                        "until",
                        link.until()))));
        inquiries.note(
                inquiry,
                issued.isPresent()
                        ? "Inquiry mailed to the licensee"
                        : "No mail address is known for the licensee: the inquiry was not mailed");
    }
}
