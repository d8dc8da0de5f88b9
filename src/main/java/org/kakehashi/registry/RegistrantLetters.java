package org.kakehashi.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.springframework.stereotype.Component;

/** What registrants are written about their records, in the language of their contact. */
@Component
class RegistrantLetters {

    private static final int MOST_NAMED = 20;

    private final Organisations organisations;
    private final Mails mails;

    RegistrantLetters(Organisations organisations, Mails mails) {
        this.organisations = organisations;
        this.mails = mails;
    }

    /** One record in a letter. */
    record Named(String number, String title) {}

    /** What the record lacks. */
    void missing(Seed seed) {
        post(
                seed.organisationId(),
                "seed-missing",
                List.of(seed.number()),
                Map.of(
                        "number",
                        seed.number(),
                        "title",
                        seed.title(),
                        "reason",
                        StringUtils.defaultString(seed.statusReason())));
    }

    /**
     * That records must be renewed.
     *
     * @param first day on which one of them ends
     * @return false where no address is known
     */
    boolean renewal(UUID organisation, List<Named> records, LocalDate first) {
        return post(
                organisation,
                "seed-renewal",
                List.of(String.valueOf(records.size())),
                Map.of(
                        "count",
                        records.size(),
                        "records",
                        records.stream().limit(MOST_NAMED).toList(),
                        "more",
                        Math.max(0, records.size() - MOST_NAMED),
                        "dueOn",
                        first));
    }

    private boolean post(UUID organisation, String template, List<String> subject, Map<String, Object> model) {
        Contact contact =
                organisations.findById(organisation).map(Organisation::contact).orElse(null);
        if (contact == null || StringUtils.isBlank(contact.email())) {
            return false;
        }
        var words = new HashMap<>(model);
        words.put("name", StringUtils.defaultString(contact.name()));
        mails.post(new Letter(contact.email(), language(contact.language()), template, subject, words));
        return true;
    }

    private static Locale language(@Nullable String code) {
        return "ja".equals(code) ? Locale.JAPANESE : Locale.ENGLISH;
    }
}
