package org.kakehashi.platform.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Takes letters in the caller's transaction: what is rolled back was never written, what is committed is sent. */
@Component
public class Mails {

    private final JdbcClient jdbc;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Clock clock;

    Mails(JdbcClient jdbc, ITemplateEngine templates, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        UUID id = UUID.randomUUID();
        Locale language = letter.language();
        String subject = messages.getMessage(
                "mail." + letter.template() + ".subject", letter.subjectWords().toArray(), language);
        var context = new Context(language, letter.model());
        context.setVariable("letter", letter.template());
        Timestamp now = Timestamp.from(Instant.now(clock));
        jdbc.sql(
                        "INSERT INTO mail (id, message_id, recipient, language, subject, text, html, invitation, unsubscribe, written_at,"
                                + " next_attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        "<" + id + "@kakehashi>",
                        letter.recipient(),
                        language.getLanguage(),
                        StringUtils.normalizeSpace(subject),
                        templates.process("mail/" + letter.template() + ".txt", context),
                        templates.process("mail/" + letter.template(), context),
                        letter.invitation(),
                        letter.unsubscribe(),
                        now,
                        now)
                .update();
    }
}
