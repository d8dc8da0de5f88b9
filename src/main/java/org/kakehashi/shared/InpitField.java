package org.kakehashi.shared;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The thirteen technical fields by which INPIT's licensable-patent database is browsed and contracts are counted; table
 * {@code inpit_rule} says which IPC symbols are whose.
 */
public enum InpitField {
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

    InpitField(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /** The field that a text names in either language, or by its code; none where it names no single one. */
    public static Optional<InpitField> named(String text) {
        String name = text.strip();
        return Stream.of(values())
                .filter(field -> field.japanese.equals(name)
                        || field.english.equalsIgnoreCase(name)
                        || field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** @throws Refusal where the number is not between 1 and 13 */
    public static InpitField numbered(int number) {
        if (number < 1 || number > values().length) {
            throw Refusal.invalid("There is no INPIT field " + number + ": give a number from 1 to 13.");
        }
        return values()[number - 1];
    }

    /** INPIT's place in the list, 1 to 13. */
    public int number() {
        return ordinal() + 1;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
