package org.kakehashi.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Short titles of the International Patent Classification's sections, classes and subclasses, in both languages. */
@Component
public class Classification {

    private record Title(String english, String japanese) {}

    private final Map<String, Title> titles = new TreeMap<>();

    Classification() {
        try (var lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("portal/ipc.tsv").getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t")).forEach(row -> titles.put(row[0], new Title(row[1], row[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a group, which goes by its number, and for what is not known. */
    public Optional<String> title(String symbol, Locale language) {
        return Optional.ofNullable(titles.get(symbol))
                .map(title -> language.getLanguage().equals("ja") ? title.japanese() : title.english());
    }

    public List<String> sections() {
        return titles.keySet().stream().filter(symbol -> symbol.length() == 1).toList();
    }

    /** The symbol and those above it, the section first. */
    public static List<String> path(String symbol) {
        return List.of(1, 3, 4, symbol.length()).stream()
                .filter(length -> length <= symbol.length())
                .map(length -> symbol.substring(0, length))
                .distinct()
                .toList();
    }

    /** The symbol one level up; empty above a section. */
    public static String parent(String symbol) {
        List<String> path = path(symbol);
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }
}
