package org.kakehashi.registry.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;

/** The words of INPIT's bulk file. */
final class InpitWords {

    /** What registrants are called there; the first word is the one that is written. */
    private static final Map<OrganisationType, List<String>> TYPES = new EnumMap<>(Map.of(
            OrganisationType.LARGE, List.of("大企業"),
            OrganisationType.SME, List.of("中小企業"),
            OrganisationType.STARTUP, List.of("スタートアップ", "ベンチャー企業"),
            OrganisationType.UNIVERSITY, List.of("大学", "大学・高専", "大学・TLO"),
            OrganisationType.TLO, List.of("TLO", "技術移転機関"),
            OrganisationType.PUBLIC_RESEARCH, List.of("公的研究機関", "国公立研究機関", "公設試験研究機関"),
            OrganisationType.INDIVIDUAL, List.of("個人"),
            OrganisationType.LOCAL_GOVERNMENT, List.of("地方公共団体", "自治体"),
            OrganisationType.OTHER, List.of("その他")));

    private InpitWords() {}

    /** @throws Refusal where the word is no answer */
    static ThreeValued answer(InpitColumn column, String word) {
        if (word.equals(column.yes())) {
            return ThreeValued.YES;
        }
        if (word.equals(column.no()) || word.equals("不可")) {
            return ThreeValued.NO;
        }
        throw Refusal.invalid("%s: \"%s\" is neither %s nor %s; leave it empty where nothing is said."
                .formatted(column.title(), word, column.yes(), column.no()));
    }

    static String word(InpitColumn column, ThreeValued answer) {
        return switch (answer) {
            case YES -> column.yes();
            case NO -> column.no();
            case NOT_SPECIFIED -> "";
        };
    }

    static Optional<OrganisationType> type(String word) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static String word(OrganisationType type) {
        return TYPES.getOrDefault(type, List.of("")).get(0);
    }
}
