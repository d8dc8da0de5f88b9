package org.kakehashi.parties.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The clauses of an offer and what it says on each, in the reader's language. */
@Component
class ClauseWords {

    private final MessageSource messages;

    ClauseWords(MessageSource messages) {
        this.messages = messages;
    }

    String name(Clause clause, Locale language) {
        return words("clause." + clause.name(), language);
    }

    /** As people read it; texts that the companies wrote stay as they wrote them. */
    String position(Clause clause, Terms terms, Locale language) {
        if (!isJapanese(language)) {
            return clause.position(terms);
        }
        return switch (clause) {
            case GRANT -> kind(terms.licenceKind(), language);
            case ACTS ->
                terms.acts().stream()
                        .map(act -> words("act." + act.name(), language))
                        .collect(Collectors.joining("、"));
            case TERM -> number("clause.years", terms.termYears(), language);
            case SUBLICENSING ->
                terms.sublicensing() == null
                        ? ""
                        : words("sublicensing." + terms.sublicensing().name(), language);
            case UPFRONT -> number("clause.yen", terms.upfrontYen(), language);
            case MINIMUM -> number("clause.yen", terms.minimumAnnualYen(), language);
            case ROYALTY -> royalty(terms, language);
            default -> clause.position(terms);
        };
    }

    String kind(@Nullable LicenceKind kind, Locale language) {
        return kind == null ? "" : isJapanese(language) ? kind.japanese() : kind.english();
    }

    private String royalty(Terms terms, Locale language) {
        return Stream.concat(
                        Stream.of(number("clause.royalty", terms.royaltyPercent(), language)),
                        terms.royaltyTiers().stream()
                                .map(tier ->
                                        words("clause.royalty.above", language, tier.fromSalesYen(), tier.percent())))
                .collect(Collectors.joining("、"));
    }

    private String number(String key, @Nullable Number number, Locale language) {
        return number == null ? "" : words(key, language, number);
    }

    private String words(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    private static boolean isJapanese(Locale language) {
        return Locale.JAPANESE.getLanguage().equals(language.getLanguage());
    }
}
