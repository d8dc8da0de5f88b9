package org.kakehashi.parties;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.SideAsked;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.LinkToken;
import org.kakehashi.platform.web.ProductAddress;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues, finds, renews and revokes links. The token itself leaves in the letter and is kept nowhere else. */
@Component
@Transactional
public class PartyLinks {

    private static final String COLUMNS =
            "SELECT id, case_number, side, name, email, language, issued_at, expires_at, revoked_at, used_at"
                    + " FROM party_link ";

    private final JdbcClient jdbc;
    private final LicensingCases cases;
    private final Organisations organisations;
    private final Mails mails;
    private final MessageSource messages;
    private final Journal journal;
    private final CurrentUser user;
    private final LinkSettings settings;
    private final ProductAddress product;
    private final Clock clock;

    PartyLinks(
            JdbcClient jdbc,
            LicensingCases cases,
            Organisations organisations,
            Mails mails,
            MessageSource messages,
            Journal journal,
            CurrentUser user,
            LinkSettings settings,
            ProductAddress product,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.organisations = organisations;
        this.mails = mails;
        this.messages = messages;
        this.journal = journal;
        this.user = user;
        this.settings = settings;
        this.product = product;
        this.clock = clock;
    }

    /** A link on its way to its reader, for the letter that takes it along. */
    public record Issued(String name, String email, Locale language, String address, LocalDate until) {}

    /** Mails the side's contact a link. @throws Refusal where nobody there has an address */
    public void send(String caseNumber, Side side) {
        send("party-link", caseNumber, side, language -> List.of(caseNumber));
    }

    /** The same, with a subject that says what the side is asked. */
    public void ask(SideAsked asked) {
        send(
                "party-asking",
                asked.caseNumber(),
                asked.side(),
                language ->
                        List.of(asked.caseNumber(), messages.getMessage("party." + asked.occasion(), null, language)));
    }

    /** The same, with words that its answer is still awaited. */
    public void remind(String caseNumber, Side side) {
        send("party-reminder", caseNumber, side, language -> List.of(caseNumber));
    }

    /** The same, with words that times for the technical meeting are offered. */
    public void askForTimes(String caseNumber, Side side) {
        send("party-meeting", caseNumber, side, language -> List.of(caseNumber));
    }

    private void send(String letter, String caseNumber, Side side, Function<Locale, List<String>> subjectWords) {
        Issued link = issue(caseNumber, side)
                .orElseThrow(
                        () -> Refusal.conflict("No mail address is known for the %s of %s: add it to the directory."
                                .formatted(side.lower(), caseNumber)));
        mail(letter, caseNumber, side, link, subjectWords.apply(link.language()));
    }

    /** A new link for the side's contact, which a letter of the caller takes along; none where nobody has an address. */
    public Optional<Issued> issue(String caseNumber, Side side) {
        return contact(caseNumber, side)
                .map(contact -> issue(
                        caseNumber,
                        side,
                        StringUtils.defaultString(contact.name()),
                        StringUtils.defaultString(contact.email()),
                        "ja".equals(contact.language()) ? "ja" : "en"));
    }

    /** The side's contact, where there is one with an address. */
    @Transactional(readOnly = true)
    public Optional<Contact> contact(String caseNumber, Side side) {
        UUID speaks = jdbc.sql("SELECT organisation FROM party_successor WHERE case_number = ? AND side = ?")
                .params(caseNumber, side.name())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> cases.of(caseNumber).party(side).organisation());
        return organisations
                .findById(speaks)
                .map(Organisation::contact)
                .filter(contact -> StringUtils.isNotBlank(contact.email()));
    }

    /** Another organisation speaks for the side from now on: the links of the one before are revoked. */
    public void handOver(String caseNumber, Side side, UUID organisation) {
        jdbc.sql("INSERT INTO party_successor (case_number, side, organisation) VALUES (?, ?, ?)"
                        + " ON CONFLICT (case_number, side) DO UPDATE SET organisation = EXCLUDED.organisation")
                .params(caseNumber, side.name(), organisation)
                .update();
        jdbc.sql("UPDATE party_link SET revoked_at = ? WHERE case_number = ? AND side = ? AND revoked_at IS NULL")
                .params(now(), caseNumber, side.name())
                .update();
        journal.note(caseNumber, "Links of the former " + side.lower() + " revoked", "");
    }

    /** The link of a token, expired ones included; none where the token is unknown or revoked. */
    @Transactional(readOnly = true)
    public Optional<PartyLink> find(String token) {
        return jdbc.sql(COLUMNS + "WHERE token_hash = ? AND revoked_at IS NULL")
                .param(LinkToken.hash(token))
                .query(PartyLink.class)
                .optional();
    }

    public void used(PartyLink link) {
        jdbc.sql("UPDATE party_link SET used_at = ? WHERE id = ?")
                .params(now(), link.id())
                .update();
    }

    /** Mails a new link to the address of an expired one, unless that has been done already. */
    public void renew(PartyLink expired) {
        jdbc.sql("SELECT id FROM party_link WHERE id = ? FOR UPDATE")
                .param(expired.id())
                .query()
                .singleRow();
        boolean renewed = of(expired.caseNumber()).stream()
                .anyMatch(link -> link.side() == expired.side()
                        && link.email().equals(expired.email())
                        && link.holds(clock.instant()));
        if (!renewed && !expired.holds(clock.instant())) {
            mail(
                    "party-link",
                    expired.caseNumber(),
                    expired.side(),
                    issue(expired.caseNumber(), expired.side(), expired.name(), expired.email(), expired.language()),
                    List.of(expired.caseNumber()));
        }
    }

    public void revoke(String caseNumber, UUID id) {
        int revoked = jdbc.sql("UPDATE party_link SET revoked_at = ?"
                        + " WHERE id = ? AND case_number = ? AND revoked_at IS NULL")
                .params(now(), id, caseNumber)
                .update();
        if (revoked > 0) {
            journal.note(caseNumber, "Link revoked", "");
        }
    }

    /** All links into a case, the newest first. */
    @Transactional(readOnly = true)
    public List<PartyLink> of(String caseNumber) {
        return jdbc.sql(COLUMNS + "WHERE case_number = ? ORDER BY issued_at DESC, id")
                .param(caseNumber)
                .query(PartyLink.class)
                .list();
    }

    private Issued issue(String caseNumber, Side side, String name, String email, String language) {
        String token = LinkToken.fresh();
        Instant expires = clock.instant().plus(settings.validity());
        jdbc.sql(
                        "INSERT INTO party_link (id, token_hash, case_number, side, name, email, language, issued_by, issued_at,"
                                + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        LinkToken.hash(token),
                        caseNumber,
                        side.name(),
                        name,
                        email,
                        language,
                        user.name(),
                        now(),
                        Timestamp.from(expires))
                .update();
        return new Issued(
                name,
                email,
                Locale.forLanguageTag(language),
                product.address() + "/party/" + token,
                LocalDate.ofInstant(expires, clock.getZone()));
    }

    private void mail(String letter, String caseNumber, Side side, Issued link, List<String> subjectWords) {
        mails.post(new Letter(
                link.email(),
                link.language(),
                letter,
                subjectWords,
                Map.of(
                        "name",
                        link.name(),
                        "caseNumber",
                        caseNumber,
                        "address",
                        link.address(),
                        "until",
                        link.until())));
        journal.note(caseNumber, "Link mailed to the " + side.lower(), "");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
