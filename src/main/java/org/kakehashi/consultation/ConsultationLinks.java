package org.kakehashi.consultation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.platform.security.LinkToken;
import org.kakehashi.platform.web.ProductAddress;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The asker's links to the own question, each in a letter. The token itself is kept nowhere. */
@Component
@Transactional
public class ConsultationLinks {

    private final JdbcClient jdbc;
    private final Mails mails;
    private final MessageSource messages;
    private final ProductAddress product;
    private final ConsultationSettings settings;
    private final Clock clock;

    ConsultationLinks(
            JdbcClient jdbc,
            Mails mails,
            MessageSource messages,
            ProductAddress product,
            ConsultationSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.messages = messages;
        this.product = product;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a letter says. */
    public enum Occasion {
        CONFIRM,
        ASKED_BACK,
        ANSWERED,
        RENEWED
    }

    /**
     * A link that was found.
     *
     * @param holds whether it has not expired
     */
    public record Found(String number, boolean holds) {}

    /** Mails the asker a new link; nothing where no mail address is known. */
    public void send(String number, Consultation.Asker asker, Occasion occasion) {
        if (asker.email() == null) {
            return;
        }
        String token = LinkToken.fresh();
        Instant expires = ZonedDateTime.now(clock).plus(settings.linkHolds()).toInstant();
        jdbc.sql("INSERT INTO consultation_link (token_hash, number, expires_at) VALUES (?, ?, ?)")
                .params(LinkToken.hash(token), number, Timestamp.from(expires))
                .update();
        String words = "consultation.letter." + occasion;
        mails.post(new Letter(
                asker.email(),
                asker.locale(),
                "consultation",
                List.of(messages.getMessage(words, null, asker.locale()), number),
                Map.of(
                        "name",
                        asker.name(),
                        "words",
                        words + ".words",
                        "address",
                        product.address() + "/consultation/q/" + token,
                        "until",
                        LocalDate.ofInstant(expires, clock.getZone()))));
    }

    @Transactional(readOnly = true)
    public Optional<Found> find(String token) {
        return jdbc.sql("SELECT number, expires_at > ? AS holds FROM consultation_link WHERE token_hash = ?")
                .params(Timestamp.from(clock.instant()), LinkToken.hash(token))
                .query(Found.class)
                .optional();
    }
}
