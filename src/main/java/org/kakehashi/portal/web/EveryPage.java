package org.kakehashi.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.web.PublicPage;
import org.kakehashi.platform.web.ReaderLanguage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What every page of the portal has, and those that other modules show in its layout: its language, and the links to the others in it. */
@ControllerAdvice(basePackageClasses = EveryPage.class, annotations = PublicPage.class)
class EveryPage {

    private final PortalFiles files;

    EveryPage(PortalFiles files) {
        this.files = files;
    }

    /** A language chosen in the address comes before those of the browser; of these the first that the portal speaks. */
    @ModelAttribute
    void speak(@RequestParam(required = false) @Nullable String lang, HttpServletRequest request, Model page) {
        String chosen = "en".equals(lang) || "ja".equals(lang) ? lang : null;
        Locale language = chosen == null
                ? Collections.list(request.getLocales()).stream()
                        .filter(each -> each.getLanguage().equals("ja")
                                || each.getLanguage().equals("en"))
                        .findFirst()
                        .orElse(Locale.ENGLISH)
                : Locale.forLanguageTag(chosen);
        ReaderLanguage.speak(request, language);
        page.addAttribute("files", files);
        page.addAttribute("links", Links.of(request, chosen));
    }
}
