package org.kakehashi.advisers.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.advisers.Routing.Decision;
import org.kakehashi.advisers.Routing.Policy;
import org.kakehashi.advisers.Routing.Pool;
import org.kakehashi.advisers.Routing.Request;
import org.kakehashi.platform.camunda.Decisions;
import org.kakehashi.platform.camunda.Decisions.Rule;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code adviser-routing}. */
@Component
class AdviserRoutingTable implements Policy {

    static final String KEY = "adviser-routing";

    private final Decisions decisions;

    AdviserRoutingTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Decision decide(Request request, Set<Pool> filled) {
        return decided(decisions.rules(KEY, inputs(request, filled)));
    }

    static Map<String, Object> inputs(Request request, Set<Pool> filled) {
        return Map.of(
                "caseKind", request.caseKind().name(),
                "side", request.side().name(),
                "abroad", request.prefecture() == null,
                "samePrefectureAndField", filled.contains(Pool.SAME_PREFECTURE_AND_FIELD),
                "samePrefecture", filled.contains(Pool.SAME_PREFECTURE),
                "sameRegionAndField", filled.contains(Pool.SAME_REGION_AND_FIELD),
                "sameRegion", filled.contains(Pool.SAME_REGION),
                "fieldAndLanguage", filled.contains(Pool.FIELD_AND_LANGUAGE),
                "language", filled.contains(Pool.LANGUAGE));
    }

    /** Where no rule fires the case still needs somebody. */
    static Decision decided(List<Rule> rules) {
        return rules.stream()
                .findFirst()
                .map(rule -> new Decision(Pool.valueOf(rule.text("pool")), rule.text("reason")))
                .orElse(new Decision(Pool.ANY, "Chosen among all who are not tied to a party, as nobody is free."));
    }
}
