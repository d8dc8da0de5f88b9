package org.kakehashi.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** The thirteen technical fields by which INPIT's licensable-patent database is browsed. */
public enum TechnicalField {
    ELECTRICITY("Electricity, electronics", "電気・電子"),
    INFORMATION("Information, communication", "情報・通信"),
    MACHINERY("Machinery, processing", "機械・加工"),
    TRANSPORT("Transport", "輸送"),
    CONSTRUCTION("Civil engineering, construction", "土木・建築"),
    TEXTILE("Textiles, paper", "繊維・紙"),
    CHEMISTRY("Chemistry, drugs", "化学・薬品"),
    METALS("Metals", "金属材料"),
    ORGANIC_MATERIALS("Organic materials", "有機材料"),
    INORGANIC_MATERIALS("Inorganic materials", "無機材料"),
    FOOD("Food, biotechnology", "食品・バイオ"),
    LIVING("Living, culture", "生活・文化"),
    OTHER("Other", "その他");

    private final String english;
    private final String japanese;

    TechnicalField(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** The field that a text names in either language, or by its code; none where it names no single one. */
    public static Optional<TechnicalField> named(String text) {
        String name = text.strip();
        return Stream.of(values())
                .filter(field -> field.japanese.equals(name)
                        || field.english.equalsIgnoreCase(name)
                        || field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
