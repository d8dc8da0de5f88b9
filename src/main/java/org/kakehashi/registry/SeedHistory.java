package org.kakehashi.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kakehashi.platform.security.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a seed said, version by version: who changed what, and when. */
@Component
@Transactional(readOnly = true)
public class SeedHistory {

    private final SeedVersions versions;
    private final People people;

    SeedHistory(SeedVersions versions, People people) {
        this.versions = versions;
        this.people = people;
    }

    /**
     * One state of a seed.
     *
     * @param number counted from 1
     * @param by the user or program that brought it about
     * @param byName what that one is called
     * @param changes against the version before; all that was said in the first one
     */
    public record Version(int number, String by, String byName, Instant at, List<Change> changes) {}

    /** @param before empty where nothing was said, as {@code after} where nothing is said any more */
    public record Change(String label, String before, String after) {}

    /** The versions of the seed, the latest first. */
    public List<Version> of(Seed seed) {
        List<SeedVersion> all = new ArrayList<>(versions.findBySeedNumberOrderByNumber(seed.number()));
        all.add(seed.latestVersion());
        Map<String, String> names =
                people.names(all.stream().map(SeedVersion::changedBy).toList());
        List<Version> told = new ArrayList<>();
        Map<String, String> before = Map.of();
        for (SeedVersion version : all) {
            Map<String, String> after = said(version.content());
            told.add(
                    0,
                    new Version(
                            version.number(),
                            version.changedBy(),
                            names.getOrDefault(version.changedBy(), version.changedBy()),
                            version.changedAt(),
                            changes(before, after)));
            before = after;
        }
        return told;
    }

    private static Map<String, String> said(SeedContent content) {
        return Statement.of(content).stream().collect(Collectors.toMap(Statement::label, Statement::text));
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        Function<Map<String, String>, Function<String, String>> in = state -> label -> state.getOrDefault(label, "");
        return labels.stream()
                .filter(label ->
                        !in.apply(before).apply(label).equals(in.apply(after).apply(label)))
                .map(label -> new Change(
                        label, in.apply(before).apply(label), in.apply(after).apply(label)))
                .toList();
    }
}
