package org.kakehashi.outcomes.web;

import java.util.Locale;
import org.kakehashi.outcomes.PublicOutcomes;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.platform.web.PublicPage;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the programme achieved, for everybody. */
@PageController
@PublicPage
class OutcomePage {

    private final PublicOutcomes outcomes;

    OutcomePage(PublicOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping("/outcomes")
    String show(Model model) {
        model.addAttribute("published", outcomes.published());
        model.addAttribute(
                "japanese", LocaleContextHolder.getLocale().getLanguage().equals(Locale.JAPANESE.getLanguage()));
        return "outcomes";
    }
}
