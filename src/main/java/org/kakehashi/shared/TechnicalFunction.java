package org.kakehashi.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** What a technology does, in the words by which INPIT's licensable-patent database is browsed. */
public enum TechnicalFunction {
    MACHINES("Making machines and parts", "機械・部品の製造"),
    MATERIALS("Making materials", "材料・素材の製造"),
    FOOD("Making food and drinks", "食品・飲料の製造"),
    HEAT("Heating, cooling", "加熱・冷却"),
    PRESSURE("Compressing, decompressing", "加圧・減圧"),
    ADHESION("Bonding, detaching", "接着・剥離"),
    CLEANING("Cleaning, removing", "洗浄・除去"),
    SURFACE("Treating surfaces", "表面処理"),
    INSPECTION("Inspecting, detecting", "検査・検出"),
    CONTROL("Control, software", "制御・ソフトウェア"),
    ENVIRONMENT("Environment, recycling", "環境・リサイクル対策"),
    SAFETY("Safety, welfare", "安全・福祉対策"),
    OTHER("Other", "その他");

    private final String english;
    private final String japanese;

    TechnicalFunction(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** The function that a text names in either language; none where it is none of INPIT's. */
    public static Optional<TechnicalFunction> named(String text) {
        String name = text.strip();
        return Stream.of(values())
                .filter(function -> function.japanese.equals(name) || function.english.equalsIgnoreCase(name))
                .findFirst();
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
