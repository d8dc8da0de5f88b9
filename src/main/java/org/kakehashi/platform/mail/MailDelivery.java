package org.kakehashi.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, one mail in one transaction; nodes share the work by skipping each other's. Where a crash comes
 * between sending and noting it, the mail goes out again under the message id it had. Its words are forgotten once it
 * is sent, for they may hold a link that is a key.
 */
@Component
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private record Waiting(
            UUID id,
            String messageId,
            String recipient,
            String subject,
            String text,
            String html,
            @Nullable String invitation,
            @Nullable String unsubscribe,
            int attempts) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<JavaMailSender> smtp;
    private final MailSettings settings;
    private final Clock clock;

    MailDelivery(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<JavaMailSender> smtp,
            MailSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.smtp = smtp;
        this.settings = settings;
        this.clock = clock;
    }

    /** Without an SMTP server configured, mails wait. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void sendDue() {
        smtp.ifAvailable(server -> {
            while (Boolean.TRUE.equals(transaction.execute(status -> sendNext(server)))) {}
        });
    }

    private boolean sendNext(JavaMailSender server) {
        Optional<Waiting> next = jdbc.sql(
                        "SELECT id, message_id, recipient, subject, text, html, invitation, unsubscribe, attempts FROM mail"
                                + " WHERE state = 'WAITING' AND next_attempt <= ? ORDER BY next_attempt LIMIT 1"
                                + " FOR UPDATE SKIP LOCKED")
                .param(Timestamp.from(clock.instant()))
                .query(Waiting.class)
                .optional();
        next.ifPresent(mail -> {
            try {
                server.send(written(mail, server));
                sent(mail);
            } catch (MailException | MessagingException e) {
                failed(mail, e);
            }
        });
        return next.isPresent();
    }

    private MimeMessage written(Waiting mail, JavaMailSender server) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(new InternetAddress(mail.recipient(), true));
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        if (mail.invitation() != null) {
            invite(helper, mail.invitation());
        }
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    /** The calendar's text stands beside the other two, where mail programs look for it (RFC 6047). */
    private static void invite(MimeMessageHelper helper, String invitation) throws MessagingException {
        try {
            var alternatives =
                    (MimeMultipart) helper.getMimeMultipart().getBodyPart(0).getContent();
            var calendar = new MimeBodyPart();
            calendar.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    invitation.getBytes(StandardCharsets.UTF_8),
                    "text/calendar; charset=UTF-8; method="
                            + (invitation.contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST"))));
            alternatives.addBodyPart(calendar);
        } catch (IOException e) {
            throw new MessagingException("The invitation cannot be added", e);
        }
    }

    private void sent(Waiting mail) {
        jdbc.sql(
                        "UPDATE mail SET state = 'SENT', sent_at = ?, attempts = attempts + 1, text = NULL, html = NULL, invitation = NULL, unsubscribe = NULL"
                                + " WHERE id = ?")
                .params(Timestamp.from(clock.instant()), mail.id())
                .update();
    }

    private void failed(Waiting mail, Exception reason) {
        int attempts = mail.attempts() + 1;
        boolean last = attempts >= settings.attempts();
        Instant next = clock.instant().plus(settings.delayAfter(attempts));
        jdbc.sql("UPDATE mail SET state = ?, attempts = ?, next_attempt = ? WHERE id = ?")
                .params(last ? "GIVEN_UP" : "WAITING", attempts, Timestamp.from(next), mail.id())
                .update();
        LOG.warn(
                "Mail {} could not be sent ({}); {}",
                mail.messageId(),
                reason.getClass().getSimpleName(),
                last ? "given up after " + attempts + " attempts" : "the next attempt is at " + next);
    }
}
