package org.kakehashi.platform.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody is written.
 *
 * @param template of the bodies {@code mail/<template>.txt} and {@code .html}; the subject is the message {@code
 *     mail.<template>.subject}
 * @param subjectWords fill the subject's placeholders
 * @param model what the bodies show
 */
public record Letter(
        String recipient, Locale language, String template, List<String> subjectWords, Map<String, Object> model) {}
