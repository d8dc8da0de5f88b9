package org.kakehashi.platform.camunda;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks deployed decision tables on the product's own behalf, whoever is signed in. */
@Component
public class Decisions {

    /** The outputs of a rule that applies. */
    public record Rule(Map<String, Object> outputs) {

        public String text(String output) {
            return of(output, String.class);
        }

        public int number(String output) {
            return of(output, Number.class).intValue();
        }

        public boolean holds(String output) {
            return of(output, Boolean.class);
        }

        private <T> T of(String output, Class<T> type) {
            return type.cast(Objects.requireNonNull(outputs.get(output), output));
        }
    }

    private final ObjectProvider<ProcessEngine> engine;

    Decisions(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Every rule that applies; none where none does. */
    public List<Rule> rules(String decisionKey, Map<String, ?> inputs) {
        ProcessEngine asked = engine.getObject();
        var configuration = (ProcessEngineConfigurationImpl) asked.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> asked.getDecisionService()
                        .evaluateDecisionTableByKey(decisionKey, Map.copyOf(inputs))
                        .getResultList()))
                .stream()
                .map(Rule::new)
                .toList();
    }

    /** The one rule that applies. @throws IllegalStateException where none or several do */
    public Rule rule(String decisionKey, Map<String, ?> inputs) {
        List<Rule> rules = rules(decisionKey, inputs);
        if (rules.size() != 1) {
            throw new IllegalStateException(
                    "The decision %s has %d rules for %s.".formatted(decisionKey, rules.size(), inputs));
        }
        return rules.get(0);
    }
}
