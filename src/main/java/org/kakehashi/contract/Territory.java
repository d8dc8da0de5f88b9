package org.kakehashi.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kakehashi.shared.Prefecture;

/**
 * Where a licence holds, as contracts write it: countries, Japan's regions and prefectures, or the world. A place holds
 * the prefectures it names, whatever else is said of it; a place that is not known is a place of its own.
 */
record Territory(boolean isEverywhere, Set<String> places) {

    private static final Set<String> WORLD = Set.of("world", "worldwide", "everywhere", "全世界");
    private static final Map<String, Set<String>> KNOWN = known();

    static Territory of(String text) {
        List<String> entries = ScopeWords.entries(text);
        Set<String> places = new HashSet<>();
        entries.forEach(entry -> places.addAll(placesOf(entry)));
        return new Territory(entries.isEmpty() || entries.stream().anyMatch(Territory::isTheWorld), places);
    }

    boolean meets(Territory other) {
        return isEverywhere || other.isEverywhere || places.stream().anyMatch(other.places::contains);
    }

    boolean holdsJapan() {
        return isEverywhere || places.containsAll(placesOf("japan"));
    }

    private static boolean isTheWorld(String entry) {
        return entry.equals("all")
                || entry.equals("all countries")
                || WORLD.stream().anyMatch(name -> ScopeWords.contains(entry, name));
    }

    private static Set<String> placesOf(String entry) {
        Set<String> exactly = KNOWN.get(entry);
        if (exactly != null) {
            return exactly;
        }
        Set<String> places = new HashSet<>();
        Arrays.stream(entry.split(" and |及び|および")).map(String::strip).forEach(places::add);
        KNOWN.forEach((name, prefectures) -> {
            if (ScopeWords.contains(entry, name)) {
                places.addAll(prefectures);
            }
        });
        return places;
    }

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        for (Prefecture prefecture : Prefecture.values()) {
            Stream.of(
                            "japan",
                            "日本",
                            "全国",
                            "国内",
                            prefecture.code(),
                            prefecture.english(),
                            prefecture.japanese(),
                            prefecture.region().english(),
                            prefecture.region().japanese())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .forEach(name -> known.computeIfAbsent(name, place -> new HashSet<>())
                            .add(prefecture.code()));
        }
        return known;
    }
}
