package org.kakehashi.platform.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is written.
 *
 * @param template of the bodies {@code mail/<template>.txt} and {@code .html}; the subject is the message {@code
 *     mail.<template>.subject}
 * @param subjectWords fill the subject's placeholders
 * @param model what the bodies show, beside {@code letter}, the template's name
 * @param invitation an iCalendar object for the reader's calendar, if any
 * @param unsubscribe where a POST stops further letters of the kind (RFC 8058), if any come
 */
public record Letter(
        String recipient,
        Locale language,
        String template,
        List<String> subjectWords,
        Map<String, Object> model,
        @Nullable String invitation,
        @Nullable String unsubscribe) {

    public Letter(
            String recipient, Locale language, String template, List<String> subjectWords, Map<String, Object> model) {
        this(recipient, language, template, subjectWords, model, null, null);
    }
}
