package org.kakehashi.contract.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kakehashi.contract.Restraint;

class AntitrustTest {

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "PRICE_FIXING, 1, BLOCK, part 4 (4)(iii)",
        "PRICE_FIXING, 100, BLOCK, part 4 (4)(iii)",
        "RESEARCH_RESTRICTION, 5, BLOCK, part 4 (5)(vii)",
        "ALTERNATIVES_BANNED, 20, BLOCK, part 4 (4)(iv)",
        "GRANT_BACK, 100, BLOCK, part 4 (5)(viii)",
        "NO_CHALLENGE, 20.5, REASON, part 4 (4)(vii)",
        "TYING, 21, REASON, part 4 (4)(i)",
        "PACKAGE_LICENCE, 100, REASON, part 4 (5)(iv)",
        "NON_ASSERTION, 60, REASON, part 4 (5)(vi)",
        "NO_CHALLENGE, 20, FINE, part 2 (5)",
        "TYING, 0, FINE, part 2 (5)",
        "PACKAGE_LICENCE, 20, FINE, part 2 (5)",
        "NON_ASSERTION, 19.99, FINE, part 2 (5)",
        "FIELD_LIMIT, 90, FINE, part 4 (3)",
        "TERRITORY_LIMIT, 100, FINE, part 4 (3)",
        "TERM_LIMIT, 1, FINE, part 4 (3)"
    })
    void eachRuleAnswersWithItsReasonAndSource(String restraint, Double share, String level, String source)
            throws IOException {
        Map<String, Object> rule = decide(restraint, share).getSingleResult();
        assertThat(rule).containsEntry("level", level);
        assertThat((String) rule.get("source")).endsWith(source);
        assertThat((String) rule.get("reason")).endsWith(".");
        assertThat((String) rule.get("liftedBy")).isNotBlank();
    }

    @Test
    void noRuleFiresForARestraintNobodyHasThoughtOf() throws IOException {
        assertThat(decide("SOMETHING_NEW", 1.0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Restraint.class)
    void everyRestraintHasItsRule(Restraint restraint) throws IOException {
        assertThat(decide(restraint.name(), 100.0)).hasSize(1);
        assertThat(decide(restraint.name(), 20.0)).hasSize(1);
    }

    private DmnDecisionResult decide(String restraint, Double share) throws IOException {
        Map<String, Object> asked = new HashMap<>();
        asked.put("restraint", restraint);
        asked.put("marketShare", share);
        try (var table = Files.newInputStream(Path.of("bpmn/contract/antitrust.dmn"))) {
            return dmn.evaluateDecision(dmn.parseDecision("antitrust", table), asked);
        }
    }
}
