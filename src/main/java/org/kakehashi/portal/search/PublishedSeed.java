package org.kakehashi.portal.search;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.portal.Facet;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.TechnologyField;

/**
 * What the index holds of a published record: nothing that {@link Seed#publicView} does not show.
 *
 * @param numbers of the record, the application, the publication and the registration
 * @param since when it was first listed; unknown of an unpublished application
 * @param trl 1 to 9
 */
record PublishedSeed(
        Map<Part, String> texts,
        List<String> numbers,
        Map<Facet, Set<String>> values,
        @Nullable LocalDate since,
        @Nullable Integer trl) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int ORDERED_BY = 200;

    /** Kana and kanji, among which no Latin or Greek letter stands. */
    private static final int FIRST_OF_EAST_ASIA = 0x3000;

    private static final int LAST_OF_EAST_ASIA = 0x9fff;

    private static final Pattern YEAR = Pattern.compile("\\D*((?:19|20)\\d{2})\\D.*");

    static PublishedSeed of(Seed seed, OrganisationType registrant) {
        Seed.PublicView shown = seed.publicView();
        var values = new EnumMap<Facet, Set<String>>(Facet.class);
        values.put(Facet.LICENCE, Set.of(shown.licensable().name()));
        values.put(Facet.ASSIGNMENT, Set.of(shown.assignable().name()));
        var texts = new EnumMap<Part, String>(Part.class);
        texts.put(Part.TITLE, shown.title());
        texts.put(Part.INVENTION, shown.inventionName());
        texts.put(Part.APPLICANT, shown.applicant());
        SeedContent content = shown.content();
        if (content == null) {
            texts.put(Part.TEXT, lines(shown.title(), shown.inventionName(), shown.applicant()));
            return new PublishedSeed(
                    texts, numbers(shown.number(), shown.applicationNumber()), Map.copyOf(values), null, null);
        }
        SeedContent.Texts said = content.texts();
        texts.put(Part.PRODUCTS, said.applicableProducts());
        texts.put(
                Part.TEXT,
                lines(
                        shown.title(),
                        shown.inventionName(),
                        shown.applicant(),
                        content.patent().patentee(),
                        said.applicableProducts(),
                        said.outline(),
                        said.purpose(),
                        said.effect(),
                        said.advantage(),
                        content.licence().wishes(),
                        content.assignment().wishes()));
        classify(seed, content, values::put);
        values.put(Facet.REGISTRANT, Set.of(registrant.name()));
        return new PublishedSeed(
                texts,
                numbers(
                        shown.number(),
                        shown.applicationNumber(),
                        content.patent().publicationNumber(),
                        content.patent().registrationNumber()),
                Map.copyOf(values),
                since(seed, content),
                content.maturity().trl());
    }

    private static void classify(Seed seed, SeedContent content, BiConsumer<Facet, Set<String>> values) {
        values.accept(Facet.TECHNICAL_FIELD, names(content.topics().known()));
        values.accept(Facet.FUNCTION, Set.copyOf(content.topics().functions()));
        Set<TechnologyField> fields = seed.technologyFields();
        values.accept(Facet.FIELD, names(fields));
        values.accept(
                Facet.SECTOR, names(fields.stream().map(TechnologyField::sector).toList()));
        values.accept(Facet.IPC, symbols(content.patent().ipc()));
        if (seed.prefecture() != null) {
            values.accept(Facet.PREFECTURE, Set.of(seed.prefecture().code()));
            values.accept(Facet.REGION, Set.of(seed.prefecture().region().name()));
        }
        if (content.licence().kind() != null) {
            values.accept(Facet.KIND, Set.of(content.licence().kind().name()));
        }
        values.accept(Facet.LUMP_SUM, Set.of(content.licence().lumpSum().value().name()));
        values.accept(Facet.ROYALTY, Set.of(content.licence().royalty().value().name()));
        Integer trl = content.maturity().trl();
        if (trl != null) {
            values.accept(Facet.MATURITY, Set.of(trl.toString()));
        }
        ResearchTool.Type tool = seed.toolType();
        values.accept(Facet.TOOL, Set.of(tool == null ? "NO" : "YES"));
        if (tool != null) {
            values.accept(Facet.TOOL_TYPE, Set.of(tool.name()));
        }
        filed(content.patent()).ifPresent(year -> values.accept(Facet.YEAR, Set.of(year)));
    }

    /** Every symbol with those above it: H, H01, H01M and H01M 10. */
    private static Set<String> symbols(List<String> ipc) {
        Set<String> symbols = new LinkedHashSet<>();
        ipc.stream().map(IpcSymbol::parse).forEach(symbol -> {
            symbols.add(symbol.section());
            symbols.add(symbol.classSymbol());
            symbols.add(symbol.subclass());
            symbol.mainGroup().ifPresent(group -> symbols.add(symbol.subclass() + " " + group));
        });
        return symbols;
    }

    /** The year of filing, by its date or else by the number. */
    private static Optional<String> filed(SeedContent.Patent patent) {
        if (patent.applicationDate() != null) {
            return Optional.of(String.valueOf(patent.applicationDate().getYear()));
        }
        Matcher year = YEAR.matcher(StringUtils.defaultString(patent.applicationNumber()));
        return year.matches() ? Optional.of(year.group(1)) : Optional.empty();
    }

    private static LocalDate since(Seed seed, SeedContent content) {
        LocalDate listed = content.listing().registeredOn();
        return listed == null ? seed.registeredAt().atZone(JAPAN).toLocalDate() : listed;
    }

    private static Set<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static List<String> numbers(@Nullable String... numbers) {
        return Stream.of(numbers)
                .filter(StringUtils::isNotBlank)
                .map(SearchText::number)
                .distinct()
                .toList();
    }

    private static String lines(String... texts) {
        return Arrays.stream(texts).filter(StringUtils::isNotBlank).collect(Collectors.joining("\n"));
    }

    /** The text by which titles are ordered, whatever the width and case of its letters. */
    String titleOrder() {
        return StringUtils.left(
                Normalizer.normalize(texts.getOrDefault(Part.TITLE, ""), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT),
                ORDERED_BY);
    }

    /** The words in Latin letters, also of a Japanese text. */
    String latinWords() {
        var words = new StringBuilder();
        boolean within = false;
        for (int letter : texts.getOrDefault(Part.TEXT, "").codePoints().toArray()) {
            boolean before = within;
            within = isLatin(letter) || before && goesOn(letter);
            if (within) {
                words.append(before || words.isEmpty() ? "" : " ").appendCodePoint(letter);
            }
        }
        return words.toString();
    }

    private static boolean isLatin(int letter) {
        return letter < 0x80
                ? Character.isLetter(letter)
                : (letter < FIRST_OF_EAST_ASIA || letter > LAST_OF_EAST_ASIA)
                        && switch (Character.UnicodeScript.of(letter)) {
                            case LATIN, GREEK -> true;
                            default -> false;
                        };
    }

    private static boolean goesOn(int letter) {
        return letter == '\''
                || letter == '-'
                || switch (Character.getType(letter)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
