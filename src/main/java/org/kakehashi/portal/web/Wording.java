package org.kakehashi.portal.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.portal.Classification;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnicalFunction;
import org.kakehashi.shared.TechnologyField;
import org.kakehashi.shared.ThreeValued;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What codes are called in the reader's language. */
@Component
class Wording {

    private final MessageSource messages;
    private final Classification classification;

    Wording(MessageSource messages, Classification classification) {
        this.messages = messages;
        this.classification = classification;
    }

    /** A value of a facet; as it stands where nothing is known of it. */
    String of(Facet facet, String value, Locale language) {
        boolean japanese = language.getLanguage().equals("ja");
        return switch (facet) {
            case TECHNICAL_FIELD ->
                InpitField.named(value)
                        .map(field -> japanese ? field.japanese() : field.english())
                        .orElse(value);
            case FIELD ->
                constant(TechnologyField.class, value)
                        .map(field -> japanese ? field.japanese() : field.english())
                        .orElse(value);
            case PREFECTURE ->
                EnumUtils.getEnumList(Prefecture.class).stream()
                        .filter(prefecture -> prefecture.code().equals(value))
                        .findFirst()
                        .map(prefecture -> japanese ? prefecture.japanese() : prefecture.english())
                        .orElse(value);
            case REGION ->
                constant(Prefecture.Region.class, value)
                        .map(region -> japanese ? region.japanese() : region.english())
                        .orElse(value);
            case KIND ->
                constant(LicenceKind.class, value)
                        .map(kind -> japanese ? kind.japanese() : kind.english())
                        .orElse(value);
            case IPC ->
                classification
                        .title(value, language)
                        .map(title -> value + " " + title)
                        .orElse(value);
            case SECTOR -> message("portal.sector." + value, value, language);
            case REGISTRANT -> message("portal.registrant." + value, value, language);
            case LICENCE, ASSIGNMENT, LUMP_SUM, ROYALTY -> message("portal.value." + value, value, language);
            case TOOL -> message("portal.tool." + value, value, language);
            case TOOL_TYPE ->
                constant(ResearchTool.Type.class, value)
                        .map(type -> japanese ? type.japanese() : type.english())
                        .orElse(value);
            case MATURITY -> "TRL " + value;
            case FUNCTION ->
                TechnicalFunction.named(value)
                        .map(function -> japanese ? function.japanese() : function.english())
                        .orElse(value);
            case YEAR -> value;
        };
    }

    String of(Facet facet, Locale language) {
        return message("portal.facet." + facet.parameter(), facet.parameter(), language);
    }

    /** What is looked for, in one line. */
    String of(SeedQuery query, Locale language) {
        String words = Stream.concat(
                        query.text().isEmpty() ? Stream.empty() : Stream.of("“" + query.text() + "”"),
                        query.chosen().entrySet().stream()
                                .map(each -> of(each.getKey(), language) + ": "
                                        + each.getValue().stream()
                                                .map(value -> of(each.getKey(), value, language))
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? message("portal.results.all", "", language) : words;
    }

    String of(ThreeValued value, Locale language) {
        return message("portal.value." + value.name(), value.name(), language);
    }

    private String message(String key, String otherwise, Locale language) {
        return String.valueOf(messages.getMessage(key, null, otherwise, language));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        return Optional.ofNullable(EnumUtils.getEnum(type, name));
    }
}
