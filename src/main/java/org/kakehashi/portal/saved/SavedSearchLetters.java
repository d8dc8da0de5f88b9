package org.kakehashi.portal.saved;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.platform.web.ProductAddress;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.registry.Seed;
import org.springframework.stereotype.Component;

/** What visitors are written about the searches they save. */
@Component
class SavedSearchLetters {

    private static final int LONGEST_SUBJECT = 80;

    private final Mails mails;
    private final String portal;

    SavedSearchLetters(Mails mails, ProductAddress product) {
        this.mails = mails;
        this.portal = product.address() + "/portal";
    }

    /** A hit as it stands in a letter. */
    record Hit(String title, String applicant, String number, String address) {}

    /** The link to confirm the search, or to the search that is confirmed already. */
    void about(SavedSearch search, String token) {
        mails.post(new Letter(
                search.email(),
                search.language(),
                search.confirmed() ? "search-known" : "search-confirmation",
                List.of(),
                Map.of("words", search.words(), "address", page(search, token))));
    }

    /** @param total of which those shown are the latest */
    void news(SavedSearch search, List<Seed> shown, long total, String token) {
        SeedQuery newest = search.query().sorted(SeedQuery.Order.NEWEST);
        mails.post(new Letter(
                search.email(),
                search.language(),
                "search-news",
                List.of(String.valueOf(total), StringUtils.abbreviate(search.words(), LONGEST_SUBJECT)),
                Map.of(
                        "words",
                        search.words(),
                        "hits",
                        shown.stream().map(seed -> hit(seed, search.language())).toList(),
                        "more",
                        total - shown.size(),
                        "all",
                        portal + "/search?" + newest.address() + "&lang="
                                + search.language().getLanguage(),
                        "address",
                        page(search, token)),
                null,
                portal + "/saved/" + token + "/stop"));
    }

    private Hit hit(Seed seed, Locale language) {
        Seed.PublicView view = seed.publicView();
        return new Hit(
                view.title(),
                view.applicant(),
                view.number(),
                portal + "/seeds/" + view.number() + "?lang=" + language.getLanguage());
    }

    private String page(SavedSearch search, String token) {
        return portal + "/saved/" + token + "?lang=" + search.language().getLanguage();
    }
}
