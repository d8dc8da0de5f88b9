package org.kakehashi.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The companies of a case in a test: whom they write under, and what they are written. */
@Component
public class Mailbox {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/party/\\S+)");

    private final LicensingCases cases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Mailbox(LicensingCases cases, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Gives the side's company a contact. @return the contact's address, which no other test has */
    public String contact(String caseNumber, Side side, String name, String language) {
        String email = side.lower() + "-" + UUID.randomUUID() + "@example.org";
        UUID organisation = cases.of(caseNumber).party(side).organisation();
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "UPDATE organisation SET contact_name = ?, contact_email = ?, contact_language = ? WHERE id = ?")
                .params(name, email, language, organisation)
                .update());
        return email;
    }

    /** The address of the page that the newest letter to a reader leads to; waits for the first letter. */
    public String link(String email) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !letters(email).isEmpty());
        Matcher link = LINK.matcher(letters(email).get(0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The iCalendar objects mailed to a reader, the newest first. */
    public List<String> invitations(String email) {
        return jdbc.sql("SELECT invitation FROM mail WHERE recipient = ? AND invitation IS NOT NULL"
                        + " ORDER BY written_at DESC")
                .param(email)
                .query(String.class)
                .list();
    }

    /** The letters to a reader, the newest first. */
    public List<String> letters(String email) {
        return jdbc.sql("SELECT text FROM mail WHERE recipient = ? ORDER BY written_at DESC")
                .param(email)
                .query(String.class)
                .list();
    }
}
