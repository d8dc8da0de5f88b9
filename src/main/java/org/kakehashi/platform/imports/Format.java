package org.kakehashi.platform.imports;

/** How a file holds its records. */
public enum Format {
    JSON_LINES("application/x-ndjson", "jsonl"),
    CSV("text/csv", "csv"),
    XML("application/xml", "xml");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What the names of such files end in, without dot. */
    public String ending() {
        return ending;
    }
}
