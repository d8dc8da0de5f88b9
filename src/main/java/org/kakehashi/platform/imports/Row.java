package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kakehashi.shared.Refusal;

/**
 * A row of an import, whatever its format: named values. A name such as {@code licence.kind} is found as a column of
 * that name or within a nested object. An empty value counts as absent.
 *
 * @param position among the rows of the file, counted from 1
 * @param line of the file that the row begins on, counted from 1
 * @param text the row as it stands in the file
 */
public record Row(int position, int line, ObjectNode values, String text) {

    private static final String[] ID = {"externalId", "id"};
    private static final int LONGEST_ID = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** No kana or kanji comes before it. */
    private static final int FIRST_OF_ASIA = 0x2e7f;

    /** The ids that the rows give, wrong ones among them. */
    public static List<String> ids(List<Row> rows) {
        return rows.stream().flatMap(row -> row.text(ID).stream()).toList();
    }

    /** The same row with other values. */
    Row with(ObjectNode other) {
        return new Row(position, line, other, text);
    }

    RejectedRow rejected(String reason) {
        return new RejectedRow(position, line, reason, text);
    }

    /** The text under the first of the names that has one, cleaned of control characters. */
    public Optional<String> text(String... names) {
        return Stream.of(names)
                .map(this::value)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> clean(value.asText()))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Whether the row has a field or column of that name, be it empty. */
    public boolean mentions(String name) {
        return values.has(name);
    }

    /**
     * What names the record at its source.
     *
     * @throws Refusal where the row has no id, or one that is too long to be one
     */
    public String id() {
        String id = text(ID).orElseThrow(() -> Refusal.invalid("The row has no id."));
        if (id.length() > LONGEST_ID) {
            throw Refusal.invalid("The row's id is longer than " + LONGEST_ID + " characters.");
        }
        return id;
    }

    /** A list, or a text that separates its items with semicolons. */
    public Optional<List<String>> list(String name) {
        JsonNode value = value(name);
        Stream<String> items = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(item -> !item.isNull())
                        .map(JsonNode::asText)
                : text(name).stream().flatMap(text -> Arrays.stream(text.split("[;；]")));
        List<String> found =
                items.map(Row::clean).filter(item -> !item.isEmpty()).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** @throws Refusal where the text is none of the choices */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        return text(name).map(text -> Stream.of(type.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(name + ": \"" + text + "\" is none of "
                        + Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + ".")));
    }

    /** @throws Refusal where the text is neither true nor false */
    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw Refusal.invalid(name + ": \"" + text + "\" is neither true nor false.");
        });
    }

    /** @throws Refusal where the text is no whole number */
    public Optional<Long> number(String name) {
        return number(name, Long::valueOf);
    }

    /** @throws Refusal where the text is no whole number */
    public Optional<Integer> integer(String name) {
        return number(name, Integer::valueOf);
    }

    private <N extends Number> Optional<N> number(String name, Function<String, N> reader) {
        return text(name).map(text -> {
            try {
                return reader.apply(text);
            } catch (NumberFormatException e) {
                throw Refusal.invalid(name + ": \"" + text + "\" is not a whole number.");
            }
        });
    }

    /** @throws Refusal where the text is no date */
    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Refusal.invalid(name + ": \"" + text + "\" is not a date such as 2026-10-05.");
            }
        });
    }

    /** {@code ja} where the text holds kana or kanji, {@code en} elsewhere. */
    public static String languageOf(String text) {
        return text.codePoints().anyMatch(Row::isJapanese) ? "ja" : "en";
    }

    private static boolean isJapanese(int letter) {
        return letter > FIRST_OF_ASIA
                && switch (Character.UnicodeScript.of(letter)) {
                    case HIRAGANA, KATAKANA, HAN -> true;
                    default -> false;
                };
    }

    private JsonNode value(String name) {
        JsonNode value = values.get(name);
        if (value != null) {
            return value;
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? MissingNode.getInstance()
                : values.path(name.substring(0, dot)).path(name.substring(dot + 1));
    }

    /** A text without control characters and blanks around it, as it is kept. */
    public static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("").strip();
    }
}
