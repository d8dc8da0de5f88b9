package org.kakehashi.shared;

/** How a seed and a need came together in the programme. */
public enum OriginChannel {
    ADVISER("Adviser", "アドバイザー"),
    PORTAL("Portal", "ポータル"),
    EVENT("Event", "イベント"),
    CONSULTATION("Consultation", "相談");

    private final String english;
    private final String japanese;

    OriginChannel(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
