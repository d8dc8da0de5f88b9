package org.kakehashi.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kakehashi.portal.SeedQuery;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of the portal's pages as a visitor's page links them: whoever has chosen a language keeps it.
 *
 * @param language chosen in the address, not only by the browser
 * @param here the address of this page, without a language
 */
record Links(@Nullable String language, String here) {

    static final String HOME = "/portal";
    static final String SEARCH = "/portal/search";
    static final String SAVED = "/portal/saved";

    public String to(String path) {
        return language == null ? path : inLanguage(path, language);
    }

    public String home() {
        return to(HOME);
    }

    public String search(SeedQuery query) {
        String parameters = query.address();
        return to(parameters.isEmpty() ? SEARCH : SEARCH + "?" + parameters);
    }

    /** Where the search is saved. */
    public String save(SeedQuery query) {
        String parameters = query.sorted(SeedQuery.Order.RELEVANCE).address();
        return to(parameters.isEmpty() ? SAVED + "/new" : SAVED + "/new?" + parameters);
    }

    /** Everything with that value of the facet of that name. */
    public String with(String facet, String value) {
        return to(SEARCH + "?" + facet + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    public String seed(String number) {
        return to("/portal/seeds/" + number);
    }

    public String ipc(String symbol) {
        return to("/portal/ipc/" + symbol.replace(' ', '-'));
    }

    /** This page in that language. */
    public String inLanguage(String other) {
        return inLanguage(here, other);
    }

    private static String inLanguage(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    static Links of(HttpServletRequest request, @Nullable String language) {
        String query = request.getQueryString();
        String rest = query == null
                ? ""
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .replaceQueryParam("lang")
                        .build()
                        .getQuery();
        return new Links(language, request.getRequestURI() + (rest == null || rest.isEmpty() ? "" : "?" + rest));
    }
}
