package org.kakehashi.parties;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Says a refusal's sentences in the reader's language. As with gettext the English sentence is the key, a brace pair in it
 * a value; a sentence that is not among the keys stays as it is.
 */
@Component
class RefusalWords {

    private static final String VALUE = "{}";

    private record Translation(Pattern english, String japanese) {

        static Translation of(String english, String japanese) {
            return new Translation(Pattern.compile(Pattern.quote(english).replace(VALUE, "\\E(.+)\\Q")), japanese);
        }
    }

    private final Map<String, String> exact = new LinkedHashMap<>();
    private final List<Translation> withValues;

    RefusalWords(ObjectMapper json, MessageSource messages) throws IOException {
        try (InputStream file = new ClassPathResource("parties/refusals_ja.json").getInputStream()) {
            exact.putAll(json.readValue(file, new TypeReference<LinkedHashMap<String, String>>() {}));
        }
        for (Clause clause : Clause.values()) {
            exact.put(clause.english(), messages.getMessage("clause." + clause.name(), null, Locale.JAPANESE));
        }
        withValues = exact.entrySet().stream()
                .filter(entry -> entry.getKey().contains(VALUE))
                .map(entry -> Translation.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    Refusal in(Locale language, Refusal refusal) {
        return Locale.JAPANESE.getLanguage().equals(language.getLanguage())
                ? new Refusal(
                        refusal.kind(),
                        refusal.reasons().stream().map(this::japanese).toList())
                : refusal;
    }

    private String japanese(String english) {
        return Optional.ofNullable(exact.get(english))
                .or(() -> withValues.stream()
                        .map(translation -> filled(translation, english))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(english);
    }

    private Optional<String> filled(Translation translation, String english) {
        Matcher matcher = translation.english().matcher(english);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sentence = translation.japanese();
        for (int value = 1; value <= matcher.groupCount(); value++) {
            sentence =
                    sentence.replace("{" + value + "}", exact.getOrDefault(matcher.group(value), matcher.group(value)));
        }
        return Optional.of(sentence);
    }
}
