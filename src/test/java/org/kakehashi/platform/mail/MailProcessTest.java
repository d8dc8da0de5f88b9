package org.kakehashi.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class MailProcessTest {

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MailSettings settings;

    @Autowired
    Clock clock;

    final String reader = "reader-" + UUID.randomUUID() + "@example.jp";
    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    final JavaMailSenderImpl smtp = new JavaMailSenderImpl();

    @BeforeEach
    void startServer() {
        server.start();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stopServer() {
        server.stop();
        jdbc.sql("DELETE FROM mail WHERE recipient = ?").param(reader).update();
    }

    @Test
    void aLetterIsSentOnceAndItsWordsAreForgotten() {
        post(Locale.ENGLISH, "Ms Example");
        delivery().sendDue();
        delivery().sendDue();

        assertThat(received()).hasSize(1);
        assertThat(row("state")).isEqualTo("SENT");
        assertThat(row("text")).isEqualTo("null");
    }

    @Test
    void japaneseArrivesIntactInSubjectTextAndHtml() throws Exception {
        post(Locale.JAPANESE, "西沢 理恵");
        delivery().sendDue();

        MimeMessage mail = received().get(0);
        assertThat(mail.getSubject()).isEqualTo("ライセンス案件 L-2026-000001：ご回答のお願い");
        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        MimeMultipart bodies = (MimeMultipart) related.getBodyPart(0).getContent();
        assertThat(String.valueOf(bodies.getBodyPart(0).getContent()))
                .contains("西沢 理恵 様", "https://example.org/party/secret");
        assertThat(String.valueOf(bodies.getBodyPart(1).getContent()))
                .contains("<a href=\"https://example.org/party/secret\"", "専用ページを開く");
    }

    @Test
    void mailProgramsAreToldHowToStopALetterThatCameUnasked() throws Exception {
        Letter letter = letter(Locale.ENGLISH, "Ms Example");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> mails.post(new Letter(
                        reader,
                        letter.language(),
                        letter.template(),
                        letter.subjectWords(),
                        letter.model(),
                        null,
                        "https://example.org/stop")));
        delivery().sendDue();

        MimeMessage mail = received().get(0);
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://example.org/stop>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(row("unsubscribe")).isEqualTo("null");
    }

    @Test
    void anInvitationStandsBesideTheTextWhereCalendarsLookForIt() throws Exception {
        Letter letter = letter(Locale.ENGLISH, "Ms Example");
        String invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:技術面談\r\nEND:VCALENDAR\r\n";
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> mails.post(new Letter(
                        reader,
                        letter.language(),
                        letter.template(),
                        letter.subjectWords(),
                        letter.model(),
                        invitation,
                        null)));
        delivery().sendDue();

        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) received().get(0).getContent()).getBodyPart(0).getContent();
        MimeMultipart bodies = (MimeMultipart) related.getBodyPart(0).getContent();
        assertThat(bodies.getBodyPart(2).getContentType())
                .startsWith("text/calendar")
                .contains("method=REQUEST");
        assertThat(new String(bodies.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(invitation);
        assertThat(row("invitation")).isEqualTo("null");
    }

    @Test
    void whatIsRolledBackWasNeverWritten() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            mails.post(letter(Locale.ENGLISH, "Ms Example"));
            status.setRollbackOnly();
        });
        delivery().sendDue();
        assertThat(received()).isEmpty();
    }

    @Test
    void aCrashBetweenSendingAndNotingItRepeatsTheMailUnderItsMessageId() throws Exception {
        post(Locale.ENGLISH, "Ms Example");
        MailDelivery crashing = delivery(new JavaMailSenderImpl() {
            {
                setHost("127.0.0.1");
                setPort(server.getSmtp().getPort());
            }

            @Override
            public void send(MimeMessage message) {
                super.send(message);
                throw new IllegalStateException("the power fails");
            }
        });
        assertThatThrownBy(crashing::sendDue).hasMessage("the power fails");
        delivery().sendDue();

        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID())
                .isEqualTo(received().get(1).getMessageID())
                .isEqualTo(row("message_id"));
    }

    @Test
    void whileTheServerIsDownAMailWaitsLongerEachTimeThenItGoesOut() {
        post(Locale.ENGLISH, "Ms Example");
        server.stop();
        delivery().sendDue();
        delivery().sendDue();
        assertThat(row("attempts")).isEqualTo("1");
        EngineTime.pass(Duration.ofMinutes(1));
        delivery().sendDue();
        assertThat(row("attempts")).isEqualTo("2");
        assertThat(row("state")).isEqualTo("WAITING");

        server.start();
        smtp.setPort(server.getSmtp().getPort());
        EngineTime.pass(Duration.ofMinutes(3));
        delivery().sendDue();
        assertThat(received()).hasSize(1);
    }

    @Test
    void aMailThatCannotBeSentIsGivenUpInTheEnd() {
        post(Locale.ENGLISH, "Ms Example");
        server.stop();
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            delivery().sendDue();
            EngineTime.pass(Duration.ofDays(2));
        }
        assertThat(row("state")).isEqualTo("GIVEN_UP");
    }

    @Test
    void aLineBreakInWhatFillsTheSubjectAddsNoHeader() throws Exception {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> mails.post(new Letter(
                        reader,
                        Locale.ENGLISH,
                        "party-link",
                        List.of("L-1\r\nBcc: other@example.jp"),
                        letter(Locale.ENGLISH, "Ms Example").model())));
        delivery().sendDue();
        assertThat(received().get(0).getHeader("Bcc")).isNull();
        assertThat(received().get(0).getAllRecipients()).hasSize(1);
    }

    private void post(Locale language, String name) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> mails.post(letter(language, name)));
    }

    private Letter letter(Locale language, String name) {
        return new Letter(
                reader,
                language,
                "party-link",
                List.of("L-2026-000001"),
                Map.of(
                        "name",
                        name,
                        "caseNumber",
                        "L-2026-000001",
                        "address",
                        "https://example.org/party/secret",
                        "until",
                        "2026-12-07"));
    }

    private MailDelivery delivery() {
        return delivery(smtp);
    }

    private MailDelivery delivery(JavaMailSender sender) {
        return new MailDelivery(
                jdbc,
                transactions,
                new StaticListableBeanFactory(Map.of("smtp", sender)).getBeanProvider(JavaMailSender.class),
                settings,
                clock);
    }

    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return reader.equals(mail.getAllRecipients()[0].toString());
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private String row(String column) {
        return String.valueOf(jdbc.sql("SELECT " + column + " FROM mail WHERE recipient = ?")
                .param(reader)
                .query()
                .singleRow()
                .get(column));
    }
}
