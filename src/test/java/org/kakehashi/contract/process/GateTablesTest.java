package org.kakehashi.contract.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kakehashi.shared.LicenceKind;

class GateTablesTest {

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "false, true,  true,  true,  true,  true,  no field of use",
        "true,  false, true,  true,  true,  true,  no territory",
        "true,  true,  false, true,  true,  true,  before the other begins",
        "true,  true,  true,  true,  true,  false, An exclusive right is live",
        "true,  true,  true,  true,  false, false, An exclusive right is live",
        "true,  true,  true,  false, true,  false, holds against whoever acquires",
        "true,  true,  true,  false, false, true,  stand beside each other"
    })
    void rightsOverlapOnlyWhereTheyMeetInFieldTerritoryAndTimeAndOneIsExclusive(
            boolean field, boolean territory, boolean time, boolean live, boolean asked, boolean stands, String reason)
            throws IOException {
        Map<String, Object> rule = rules(
                        "licence-overlap",
                        Map.of(
                                "sameField", field,
                                "sameTerritory", territory,
                                "sameTime", time,
                                "liveExclusive", live,
                                "askedExclusive", asked))
                .get(0);
        assertThat(rule).containsEntry("stands", stands);
        assertThat((String) rule.get("reason")).contains(reason).endsWith(".");
        assertThat((String) rule.get("source")).startsWith("Patent Act");
        assertThat((String) rule.get("liftedBy")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(LicenceKind.class)
    void everyKindOfRightNeedsTheCoOwnersAndOnlyRegisteredOnesTheFunder(LicenceKind kind) throws IOException {
        assertThat(consents(kind, false, false)).isEmpty();
        assertThat(consents(kind, true, false)).containsExactly("CO_OWNERS");
        assertThat(consents(kind, true, true))
                .isEqualTo(kind.needsRegistration() ? List.of("CO_OWNERS", "FUNDER") : List.of("CO_OWNERS"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 200",
        "9999, 0",
        "10000, 200",
        "100000, 200",
        "100001, 400",
        "500000, 400",
        "1000000, 1000",
        "5000000, 2000",
        "5000001, 10000",
        "10000000, 10000",
        "50000000, 20000",
        "100000000, 60000",
        "500000000, 100000",
        "1000000000, 200000",
        "5000000000, 400000",
        "5000000001, 600000"
    })
    void stampDutyFollowsTheTableOfTheLaw(double price, int duty) throws IOException {
        assertThat(rules("stamp-duty", deed(LicenceKind.ASSIGNMENT, true, price)))
                .singleElement()
                .satisfies(rule -> assertThat(rule).containsEntry("dutyYen", duty));
    }

    @ParameterizedTest
    @EnumSource(LicenceKind.class)
    void onlyTheDeedThatAssignsAGrantedPatentBearsStampDuty(LicenceKind kind) throws IOException {
        assertThat(rules("stamp-duty", deed(kind, false, 3_000_000))).isEmpty();
        assertThat(rules("stamp-duty", deed(kind, true, 3_000_000))).hasSize(kind == LicenceKind.ASSIGNMENT ? 1 : 0);
    }

    private static Map<String, Object> deed(LicenceKind kind, boolean granted, double price) {
        return Map.of("licenceKind", kind.name(), "patentGranted", granted, "priceYen", price);
    }

    private List<Object> consents(LicenceKind kind, boolean coOwned, boolean funded) throws IOException {
        return rules(
                        "required-consents",
                        Map.of("licenceKind", kind.name(), "coOwned", coOwned, "publiclyFunded", funded))
                .stream()
                .map(rule -> rule.get("consenter"))
                .toList();
    }

    private List<Map<String, Object>> rules(String key, Map<String, Object> inputs) throws IOException {
        try (var table = Files.newInputStream(Path.of("bpmn/contract/" + key + ".dmn"))) {
            return dmn.evaluateDecisionTable(dmn.parseDecision(key, table), inputs)
                    .getResultList();
        }
    }
}
