package org.kakehashi.outcomes;

/** Whether a contract's parties had their seats in the same prefecture at signing. */
public enum Distance {
    SAME("Same prefecture", "同一都道府県"),
    DIFFERENT("Different prefectures", "異なる都道府県"),
    ABROAD("A party abroad", "海外との契約");

    private final String english;
    private final String japanese;

    Distance(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** Of two prefectures' names; abroad is an empty text. */
    static Distance of(String licensor, String licensee) {
        if (licensor.isEmpty() || licensee.isEmpty()) {
            return ABROAD;
        }
        return licensor.equals(licensee) ? SAME : DIFFERENT;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
