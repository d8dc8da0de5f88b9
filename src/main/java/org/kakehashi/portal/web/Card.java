package org.kakehashi.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.portal.search.Highlights;
import org.kakehashi.portal.search.Highlights.Piece;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.ThreeValued;

/**
 * A record in a list.
 *
 * @param trl 1 to 9, where it is said
 * @param licence whether a licence is offered
 * @param assignment whether the patent itself is offered
 */
record Card(
        String number,
        String applicant,
        @Nullable String place,
        @Nullable Integer trl,
        ThreeValued licence,
        ThreeValued assignment,
        boolean unpublished,
        List<Piece> title,
        List<Piece> text) {

    static Card of(Seed seed, Highlights highlights, Locale language) {
        Seed.PublicView shown = seed.publicView();
        SeedContent content = shown.content();
        return new Card(
                shown.number(),
                shown.applicant(),
                content == null || seed.prefecture() == null
                        ? null
                        : language.getLanguage().equals("ja")
                                ? seed.prefecture().japanese()
                                : seed.prefecture().english(),
                content == null ? null : content.maturity().trl(),
                shown.licensable(),
                shown.assignable(),
                content == null,
                highlights.whole(shown.title()),
                content == null ? List.of() : highlights.passages(text(content.texts())));
    }

    private static String text(SeedContent.Texts texts) {
        return Stream.of(
                        texts.outline(), texts.purpose(), texts.effect(), texts.applicableProducts(), texts.advantage())
                .filter(StringUtils::isNotBlank)
                .collect(Collectors.joining("\n"));
    }
}
