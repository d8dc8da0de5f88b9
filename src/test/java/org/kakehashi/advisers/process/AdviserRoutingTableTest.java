package org.kakehashi.advisers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.advisers.Routing.Decision;
import org.kakehashi.advisers.Routing.Pool;
import org.kakehashi.platform.camunda.Decisions;

class AdviserRoutingTableTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  true,  SAME_PREFECTURE_AND_FIELD, near the organisation and at home in the technology",
        "true,  true,  false, false, SAME_PREFECTURE_AND_FIELD, near the organisation and at home in the technology",
        "false, true,  true,  true,  SAME_PREFECTURE,           count for more than the field",
        "false, false, true,  true,  SAME_REGION_AND_FIELD,     as nobody is free in the prefecture",
        "false, false, false, true,  SAME_REGION,               nobody free in the region knows the field",
        "false, false, false, false, ANY,                       or the organisation is abroad"
    })
    void goesFromTheNearestToEverybody(
            boolean prefectureAndField,
            boolean prefecture,
            boolean regionAndField,
            boolean region,
            Pool pool,
            String reason) {
        Decision decision = decide(prefectureAndField, prefecture, regionAndField, region);

        assertThat(decision.pool()).isEqualTo(pool);
        assertThat(decision.reason()).contains(reason);
    }

    @Test
    void whereNoRuleFiresEverybodyIsAsked() {
        Decision decision = decide(null, null, null, null);

        assertThat(decision.pool()).isEqualTo(Pool.ANY);
        assertThat(decision.reason()).contains("no rule of the routing table applies");
    }

    private Decision decide(
            @Nullable Boolean prefectureAndField,
            @Nullable Boolean prefecture,
            @Nullable Boolean regionAndField,
            @Nullable Boolean region) {
        try (InputStream table = Files.newInputStream(Path.of("bpmn/advisers/adviser-routing.dmn"))) {
            DmnDecision decision = engine.parseDecision(AdviserRoutingTable.KEY, table);
            return AdviserRoutingTable.decided(engine
                    .evaluateDecisionTable(
                            decision,
                            Variables.createVariables()
                                    .putValue("samePrefectureAndField", prefectureAndField)
                                    .putValue("samePrefecture", prefecture)
                                    .putValue("sameRegionAndField", regionAndField)
                                    .putValue("sameRegion", region))
                    .getResultList()
                    .stream()
                    .map(Decisions.Rule::new)
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
