package org.kakehashi.shared;

/** The thirteen fields by which INPIT counts licensable patents; table {@code inpit_rule} says which IPC symbols are whose. */
public enum InpitField {
    ELECTRICITY_ELECTRONICS("Electricity, electronics", "電気・電子"),
    INFORMATION_COMMUNICATION("Information, communication", "情報・通信"),
    MACHINERY_PROCESSING("Machinery, processing", "機械・加工"),
    TRANSPORT("Transport", "輸送"),
    CIVIL_CONSTRUCTION("Civil engineering, construction", "土木・建築"),
    TEXTILE_PAPER("Textile, paper", "繊維・紙"),
    CHEMISTRY_DRUGS("Chemistry, drugs", "化学・薬品"),
    METALS("Metals", "金属材料"),
    ORGANIC_MATERIALS("Organic materials", "有機材料"),
    INORGANIC_MATERIALS("Inorganic materials", "無機材料"),
    FOOD_BIO("Food, biotechnology", "食品・バイオ"),
    LIVING_CULTURE("Living, culture", "生活・文化"),
    OTHER("Other", "その他");

    private final String english;
    private final String japanese;

    InpitField(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
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
