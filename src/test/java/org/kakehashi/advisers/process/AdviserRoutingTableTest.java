package org.kakehashi.advisers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.advisers.Routing.CaseKind;
import org.kakehashi.advisers.Routing.Decision;
import org.kakehashi.advisers.Routing.Pool;
import org.kakehashi.advisers.Routing.Request;
import org.kakehashi.platform.camunda.Decisions;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;

class AdviserRoutingTableTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONSULTATION   | LICENSEE | JP-13 | SAME_PREFECTURE SAME_PREFECTURE_AND_FIELD     | SAME_PREFECTURE           | answered where it is asked",
                "NEED           | LICENSEE | JP-13 | SAME_PREFECTURE SAME_PREFECTURE_AND_FIELD     | SAME_PREFECTURE_AND_FIELD | at home in the technology",
                "LICENSING_CASE | LICENSOR | JP-13 | SAME_PREFECTURE SAME_REGION_AND_FIELD         | SAME_REGION_AND_FIELD     | must be explained",
                "LICENSING_CASE | LICENSEE | JP-13 | SAME_PREFECTURE SAME_REGION_AND_FIELD         | SAME_PREFECTURE           | count for more than the field",
                "SEED           | LICENSOR | JP-13 | SAME_PREFECTURE SAME_REGION_AND_FIELD         | SAME_PREFECTURE           | count for more than the field",
                "NEED           | LICENSEE | JP-13 | SAME_REGION SAME_REGION_AND_FIELD             | SAME_REGION_AND_FIELD     | as nobody is free in the prefecture",
                "NEED           | LICENSEE | JP-13 | SAME_REGION FIELD_AND_LANGUAGE LANGUAGE       | SAME_REGION               | nobody free in the region knows the field",
                "NEED           | LICENSEE | JP-13 | FIELD_AND_LANGUAGE LANGUAGE                   | FIELD_AND_LANGUAGE        | nobody is free in the region",
                "NEED           | LICENSEE | JP-13 | LANGUAGE                                      | LANGUAGE                  | nobody free knows the field",
                "SEED           | LICENSOR |       | FIELD_AND_LANGUAGE LANGUAGE                   | FIELD_AND_LANGUAGE        | abroad",
                "SEED           | LICENSOR |       | LANGUAGE                                      | LANGUAGE                  | Speaks the language",
                "NEED           | LICENSEE | JP-13 |                                               | ANY                       | nobody is free"
            })
    void goesFromTheNearestToEverybody(
            CaseKind kind, Side side, @Nullable String prefecture, @Nullable String filled, Pool pool, String reason) {
        Set<Pool> pools = filled == null
                ? Set.of()
                : Arrays.stream(filled.split(" ")).map(Pool::valueOf).collect(Collectors.toSet());

        Decision decision = decide(AdviserRoutingTable.inputs(
                new Request(side, prefecture == null ? null : Prefecture.of(prefecture), Set.of(), "ja", Set.of())
                        .among(kind, Set.of()),
                pools));

        assertThat(decision.pool()).isEqualTo(pool);
        assertThat(decision.reason()).contains(reason);
    }

    @Test
    void whereNoRuleFiresEverybodyWithoutATieIsAsked() {
        Decision decision = AdviserRoutingTable.decided(List.of());

        assertThat(decision.pool()).isEqualTo(Pool.ANY);
        assertThat(decision.reason()).contains("not tied");
    }

    private Decision decide(Map<String, Object> inputs) {
        try (InputStream table = Files.newInputStream(Path.of("bpmn/advisers/adviser-routing.dmn"))) {
            DmnDecision decision = engine.parseDecision(AdviserRoutingTable.KEY, table);
            return AdviserRoutingTable.decided(engine.evaluateDecisionTable(decision, inputs).getResultList().stream()
                    .map(Decisions.Rule::new)
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
