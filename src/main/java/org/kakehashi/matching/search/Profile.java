package org.kakehashi.matching.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;

/**
 * What the search knows of a seed or a need.
 *
 * @param side whose record it is
 * @param language of the text, {@code en} or {@code ja}
 * @param title of the record
 * @param body everything else the record says of its subject and that may be read
 * @param open whether it may be proposed to the other side
 */
public record Profile(
        String number,
        Side side,
        UUID organisationId,
        String language,
        String title,
        String body,
        Set<String> subclasses,
        Set<String> mainGroups,
        Set<TechnologyField> fields,
        boolean open) {

    /** Of an unpublished application only its title, invention name and applicant may be read. */
    public static Profile of(Seed seed) {
        SeedContent content = seed.content();
        String body = seed.unpublished()
                ? lines(content.patent().inventionName(), content.patent().applicant())
                : lines(
                        content.patent().inventionName(),
                        content.texts().outline(),
                        content.texts().purpose(),
                        content.texts().effect(),
                        content.texts().applicableProducts(),
                        content.texts().advantage());
        return of(
                seed.number(),
                Side.LICENSOR,
                seed.organisationId(),
                content.language(),
                seed.title(),
                body,
                seed.unpublished() ? List.of() : seed.ipc(),
                seed.status() == Seed.Status.PUBLISHED);
    }

    public static Profile of(Need need) {
        NeedContent content = need.content();
        return of(
                need.number(),
                Side.LICENSEE,
                need.organisationId(),
                content.language(),
                content.title(),
                lines(content.problem(), content.specification()),
                content.ipc(),
                need.status() == Need.Status.OPEN);
    }

    private static Profile of(
            String number,
            Side side,
            UUID organisationId,
            String language,
            String title,
            String body,
            List<String> ipc,
            boolean open) {
        List<IpcSymbol> symbols = ipc.stream().map(IpcSymbol::parse).toList();
        return new Profile(
                number,
                side,
                organisationId,
                language,
                title,
                body,
                symbols.stream().map(IpcSymbol::subclass).collect(Collectors.toSet()),
                symbols.stream()
                        .flatMap(symbol -> symbol.mainGroup().map(group -> symbol.subclass() + " " + group).stream())
                        .collect(Collectors.toSet()),
                TechnologyField.of(symbols),
                open);
    }

    private static String lines(String... parts) {
        return Arrays.stream(parts).filter(StringUtils::isNotBlank).collect(Collectors.joining("\n"));
    }

    public String text() {
        return title + "\n" + body;
    }

    public boolean japanese() {
        return language.equals("ja");
    }
}
