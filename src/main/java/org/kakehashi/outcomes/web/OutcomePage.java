package org.kakehashi.outcomes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.PublicOutcomes;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.platform.web.ReaderLanguage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the programme achieved, for everybody. */
@PageController
class OutcomePage {

    private final PublicOutcomes outcomes;

    OutcomePage(PublicOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping("/outcomes")
    String show(@RequestParam(required = false) @Nullable String lang, HttpServletRequest request, Model model) {
        String language = lang != null && (lang.equals("ja") || lang.equals("en"))
                ? lang
                : request.getLocale().getLanguage().equals("ja") ? "ja" : "en";
        ReaderLanguage.speak(request, Locale.forLanguageTag(language));
        model.addAttribute("published", outcomes.published());
        model.addAttribute("japanese", language.equals("ja"));
        return "outcomes";
    }
}
