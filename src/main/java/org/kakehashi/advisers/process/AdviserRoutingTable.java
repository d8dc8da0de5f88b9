package org.kakehashi.advisers.process;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Routing.Decision;
import org.kakehashi.advisers.Routing.Policy;
import org.kakehashi.advisers.Routing.Pool;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code adviser-routing}. */
@Component
class AdviserRoutingTable implements Policy {

    static final String KEY = "adviser-routing";

    private final DecisionService decisions;

    AdviserRoutingTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Decision decide(Set<Pool> filled) {
        return decided(decisions
                .evaluateDecisionTableByKey(
                        KEY,
                        Map.of(
                                "samePrefectureAndField", filled.contains(Pool.SAME_PREFECTURE_AND_FIELD),
                                "samePrefecture", filled.contains(Pool.SAME_PREFECTURE),
                                "sameRegionAndField", filled.contains(Pool.SAME_REGION_AND_FIELD),
                                "sameRegion", filled.contains(Pool.SAME_REGION)))
                .getSingleResult());
    }

    /** Where no rule fires the case still needs somebody. */
    static Decision decided(@Nullable DmnDecisionRuleResult rule) {
        return rule == null
                ? new Decision(Pool.ANY, "Chosen among all advisers, as no rule of the routing table applies.")
                : new Decision(Pool.valueOf(rule.getEntry("pool")), rule.getEntry("reason"));
    }
}
