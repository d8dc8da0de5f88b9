package org.kakehashi.platform.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** A real mail server for tests, which is given what waits in the outbox and hands out what it has received. */
@Component
public class MailServer {

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final MailSettings settings;
    private final Clock clock;

    MailServer(JdbcClient jdbc, PlatformTransactionManager transactions, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends all mail that waits. @return the words of what went to the address, as plain text */
    public List<String> deliver(String address) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        try {
            JavaMailSenderImpl smtp = new JavaMailSenderImpl();
            smtp.setHost("127.0.0.1");
            smtp.setPort(server.getSmtp().getPort());
            new MailDelivery(
                            jdbc,
                            transactions,
                            new StaticListableBeanFactory(Map.of("smtp", smtp)).getBeanProvider(JavaMailSender.class),
                            settings,
                            clock)
                    .sendDue();
            List<String> letters = new ArrayList<>();
            for (MimeMessage mail : server.getReceivedMessages()) {
                if (address.equals(mail.getAllRecipients()[0].toString())) {
                    letters.add(plain(mail.getContent()));
                }
            }
            return letters;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            server.stop();
        }
    }

    private static String plain(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return plain(first.getContent());
        }
        return String.valueOf(content);
    }
}
