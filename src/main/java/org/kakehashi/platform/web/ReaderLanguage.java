package org.kakehashi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of a page: the one its reader is known to read, or else the one the browser asks for. */
@Component("localeResolver")
public class ReaderLanguage extends AcceptHeaderLocaleResolver {

    private static final String KNOWN = ReaderLanguage.class.getName();

    /** From here on this request is answered in that language. */
    public static void speak(HttpServletRequest request, Locale language) {
        request.setAttribute(KNOWN, language);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(KNOWN) instanceof Locale known ? known : super.resolveLocale(request);
    }
}
