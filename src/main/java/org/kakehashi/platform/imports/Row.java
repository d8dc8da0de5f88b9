package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/**
 * A row of an import, whatever its format: named values.
 *
 * @param line of the file, counted from 1
 */
public record Row(int line, JsonNode values) {

    /** The text under the first of the names that has one, cleaned of control characters; empty where none has. */
    public String text(String... names) {
        for (String name : names) {
            JsonNode value = values.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
            }
        }
        return "";
    }

    /** The same, or null where no name has a text. */
    public @Nullable String textOrNull(String... names) {
        String text = text(names);
        return text.isEmpty() ? null : text;
    }

    /** @throws Refusal where no name has a text, with the sentence */
    public String required(String sentence, String... names) {
        String text = text(names);
        if (text.isEmpty()) {
            throw Refusal.invalid(sentence);
        }
        return text;
    }

    /** A list, or a text that separates its items with semicolons. */
    public List<String> list(String name) {
        JsonNode value = values.path(name);
        if (!value.isArray()) {
            return List.of(text(name).split(";")).stream()
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return items;
    }

    /** {@code ja} where the text holds kana or kanji, {@code en} elsewhere. */
    public static String languageOf(String text) {
        return text.codePoints().anyMatch(letter -> {
                    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
                    return script == Character.UnicodeScript.HIRAGANA
                            || script == Character.UnicodeScript.KATAKANA
                            || script == Character.UnicodeScript.HAN;
                })
                ? "ja"
                : "en";
    }
}
