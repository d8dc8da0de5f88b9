package org.kakehashi.documents.drafting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.Side;

/** What a template can be filled with. It names a field in lower case, such as {@code {{field-of-use}}}. */
enum Field {
    CASE((matter, language) -> matter.licensingCase().number()),
    DATE((matter, language) -> matter.today().toString()),
    LICENSOR((matter, language) -> matter.licensingCase().party(Side.LICENSOR).name()),
    LICENSEE((matter, language) -> matter.licensingCase().party(Side.LICENSEE).name()),
    SEED((matter, language) -> seed(matter.licensingCase())),
    NEED((matter, language) ->
            matter.licensingCase().needNumber() + " " + matter.licensingCase().needTitle()),
    KIND_OF_LICENCE((matter, language) -> matter.term(terms -> terms.licenceKind() == null
            ? ""
            : language.choose(terms.licenceKind().english(), terms.licenceKind().japanese()))),
    FIELD_OF_USE((matter, language) -> matter.term(Terms::fieldOfUse)),
    TERRITORY((matter, language) -> matter.term(Terms::territory)),
    ACTS((matter, language) -> matter.term(terms -> terms.acts().stream()
            .map(act -> language.choose(act.english(), japanese(act)))
            .collect(Collectors.joining(language.choose(", ", "、"))))),
    TERM_YEARS((matter, language) ->
            matter.term(terms -> terms.termYears() == null ? "" : years(terms.termYears(), language))),
    UPFRONT((matter, language) -> matter.term(terms -> yen(terms.upfrontYen(), language))),
    ROYALTY((matter, language) -> matter.term(terms -> percent(terms.royaltyPercent(), language))),
    TIERS((matter, language) -> matter.term(terms -> terms.royaltyTiers().stream()
            .map(tier -> language.choose(
                    percent(tier.percent(), language) + " of the part above " + yen(tier.fromSalesYen(), language),
                    yen(tier.fromSalesYen(), language) + "を超える部分について" + percent(tier.percent(), language)))
            .collect(Collectors.joining(language.choose("; ", "、"))))),
    MINIMUM((matter, language) -> matter.term(terms -> yen(terms.minimumAnnualYen(), language))),
    MILESTONES((matter, language) -> matter.term(Terms::milestones)),
    PATENT_COSTS((matter, language) -> matter.term(Terms::patentCosts)),
    IMPROVEMENTS((matter, language) -> matter.term(Terms::improvements)),
    CONFIDENTIALITY((matter, language) -> matter.term(Terms::confidentiality)),
    WARRANTIES((matter, language) -> matter.term(Terms::warranties)),
    AUDIT((matter, language) -> matter.term(Terms::audit)),
    TERMINATION((matter, language) -> matter.term(Terms::termination)),
    GOVERNING_LAW((matter, language) -> matter.term(Terms::governingLaw)),
    PURPOSE((matter, language) -> matter.nda() == null ? "" : matter.nda().purpose()),
    MONTHS((matter, language) -> matter.nda() == null ? "" : months(matter.nda().months(), language)),
    TAIL_MONTHS((matter, language) ->
            matter.nda() == null ? "" : months(matter.nda().tailMonths(), language)),
    SUBJECT((matter, language) -> matter.evaluation() == null
            ? matter.licensingCase().seedTitle()
            : matter.evaluation().subject()),
    UNTIL((matter, language) ->
            matter.evaluation() == null ? "" : matter.evaluation().until().toString());

    private final BiFunction<Matter, Language, String> words;

    Field(BiFunction<Matter, Language, String> words) {
        this.words = words;
    }

    static Optional<Field> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.templateName().equals(name))
                .findFirst();
    }

    String words(Matter matter, Language language) {
        return words.apply(matter, language);
    }

    private String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String seed(LicensingCase licensingCase) {
        return licensingCase.seedNumber() + " " + licensingCase.seedTitle();
    }

    private static String japanese(Act act) {
        return switch (act) {
            case MAKE -> "製造";
            case USE -> "使用";
            case SELL -> "販売";
            case IMPORT -> "輸入";
        };
    }

    private static String years(int years, Language language) {
        return language.choose(years == 1 ? "1 year" : years + " years", years + "年間");
    }

    private static String months(int months, Language language) {
        return language.choose(months == 1 ? "1 month" : months + " months", months + "か月間");
    }

    private static String yen(@Nullable BigDecimal yen, Language language) {
        BigDecimal whole = yen == null ? BigDecimal.ZERO : yen;
        String amount = String.format(Locale.ROOT, "%,.0f", whole);
        return language.choose("JPY " + amount, "金" + amount + "円");
    }

    private static String percent(@Nullable BigDecimal percent, Language language) {
        BigDecimal rate = percent == null ? BigDecimal.ZERO : percent;
        return rate.stripTrailingZeros().toPlainString() + language.choose(" %", "％");
    }
}
