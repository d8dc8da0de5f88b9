package org.kakehashi.advisers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.platform.security.LinkToken;
import org.kakehashi.platform.web.ProductAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What hosts are written: the link to the own page about a dispatch, or that it was declined. */
@Component
@Transactional
public class DispatchLinks {

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Mails mails;
    private final MessageSource messages;
    private final ProductAddress product;
    private final Settings settings;
    private final Clock clock;

    DispatchLinks(
            JdbcClient jdbc,
            Organisations organisations,
            Mails mails,
            MessageSource messages,
            ProductAddress product,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.mails = mails;
        this.messages = messages;
        this.product = product;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param linkHolds how long a host's link holds */
    @ConfigurationProperties("kakehashi.advisers.dispatch")
    record Settings(@DefaultValue("P30D") Period linkHolds) {}

    /**
     * A link that was found.
     *
     * @param holds whether it has not expired
     */
    public record Found(UUID dispatch, boolean holds) {}

    /** Mails the host a new link, with which the former ones lead nowhere. @return whether the host has a mail address */
    public boolean propose(Dispatch dispatch) {
        Optional<Contact> contact = contact(dispatch);
        revoke(dispatch.id());
        contact.ifPresent(host -> {
            String token = LinkToken.fresh();
            Instant expires =
                    ZonedDateTime.now(clock).plus(settings.linkHolds()).toInstant();
            jdbc.sql("INSERT INTO dispatch_link (token_hash, dispatch, expires_at) VALUES (?, ?, ?)")
                    .params(LinkToken.hash(token), dispatch.id(), Timestamp.from(expires))
                    .update();
            write(
                    dispatch,
                    host,
                    "dispatch-proposal",
                    Map.of(
                            "address",
                            product.address() + "/dispatch/" + token,
                            "until",
                            LocalDate.ofInstant(expires, clock.getZone())));
        });
        return contact.isPresent();
    }

    /** Tells the host why it gets no adviser. */
    void decline(Dispatch dispatch, String reason) {
        revoke(dispatch.id());
        contact(dispatch).ifPresent(host -> write(dispatch, host, "dispatch-declined", Map.of("reason", reason)));
    }

    /** Where the host is reached, such as {@code chiji@pref.example.jp}; empty where the directory has no mail address. */
    @Transactional(readOnly = true)
    public Optional<String> address(Dispatch dispatch) {
        return contact(dispatch).map(Contact::email);
    }

    /** The language in which the host is written. */
    @Transactional(readOnly = true)
    public Locale language(Dispatch dispatch) {
        return contact(dispatch).map(DispatchLinks::language).orElse(Locale.JAPANESE);
    }

    /** The link of a token, expired ones included. */
    @Transactional(readOnly = true)
    public Optional<Found> find(String token) {
        return jdbc.sql("SELECT dispatch, expires_at > ? AS holds FROM dispatch_link WHERE token_hash = ?")
                .params(Timestamp.from(clock.instant()), LinkToken.hash(token))
                .query(Found.class)
                .optional();
    }

    private void revoke(UUID dispatch) {
        jdbc.sql("DELETE FROM dispatch_link WHERE dispatch = ?").param(dispatch).update();
    }

    private void write(Dispatch dispatch, Contact contact, String letter, Map<String, Object> words) {
        Locale language = language(contact);
        Map<String, Object> model = new HashMap<>(words);
        model.put("host", dispatch.host(language));
        model.put(
                "name",
                StringUtils.defaultIfBlank(contact.name(), messages.getMessage("dispatch.host", null, language)));
        mails.post(new Letter(
                StringUtils.defaultString(contact.email()), language, letter, List.of(dispatch.host(language)), model));
    }

    private Optional<Contact> contact(Dispatch dispatch) {
        return Optional.ofNullable(
                        organisations.owning(dispatch.hostOrganisation()).contact())
                .filter(contact -> StringUtils.isNotBlank(contact.email()));
    }

    private static Locale language(Contact contact) {
        return "en".equals(contact.language()) ? Locale.ENGLISH : Locale.JAPANESE;
    }
}
