package org.kakehashi.outcomes;

import java.util.stream.Stream;
import org.kakehashi.shared.Refusal;

/** What comes before cases, counted by the day on which it came up. */
public enum Records {
    SEEDS("seeds", "Seeds registered", "/records/", "seed record", "record.registered_at"),
    NEEDS("needs", "Needs received", "/records/", "need record", "record.received_at"),
    PAIRS("pairs", "Pairs proposed", "/matches/", "match", "match.found_at");

    private final String id;
    private final String english;
    private final String file;
    private final String table;
    private final String at;

    Records(String id, String english, String file, String table, String at) {
        this.id = id;
        this.english = english;
        this.file = file;
        this.table = table;
        this.at = at;
    }

    /** @throws Refusal where there are no such records */
    public static Records of(String id) {
        return Stream.of(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There are no records \"" + id + "\"."));
    }

    public String english() {
        return english;
    }

    /** Where the list of those chosen stands. */
    public String path() {
        return "/statistics/records/" + id;
    }

    String address(Selection selection) {
        return path() + selection.query();
    }

    String at() {
        return at;
    }

    /** What each is told by beside its number and day. */
    String told() {
        return this == PAIRS
                ? "match.number, seed_number || ' for ' || need_number AS about, decline_reason"
                : "record.number, '' AS about, NULL AS decline_reason";
    }

    String file(String number) {
        return file + number;
    }

    /** From FROM on, without an order; a pair lies where its seed does. */
    String chosenBy(Selection selection) {
        String narrowed = selection.ofRecord("record");
        return " FROM " + table
                + (this == PAIRS && !narrowed.isEmpty() ? " JOIN seed record ON record.number = seed_number" : "")
                + " WHERE true" + selection.withinInstants(at) + narrowed + selection.declined();
    }
}
