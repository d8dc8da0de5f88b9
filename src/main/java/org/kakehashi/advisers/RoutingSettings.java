package org.kakehashi.advisers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How routing treats the advisers.
 *
 * @param capacity of open records and cases; who has reached it is passed over while anybody else is free
 * @param weights by which the work in hand is compared
 */
@Validated
@ConfigurationProperties("kakehashi.advisers.routing")
record RoutingSettings(
        @Positive @DefaultValue("60") int capacity,
        @Valid @DefaultValue Weights weights) {

    /**
     * How heavy work in hand is.
     *
     * @param stages of a case by the name of its stage
     * @param other of a record, and of a case in a stage that has no weight of its own
     * @param dueTask of each task that is due soon
     * @param overdueTask of each task whose due date has passed
     * @param soon how long before its due date a task counts
     */
    record Weights(
            @DefaultValue Map<String, @PositiveOrZero Integer> stages,
            @PositiveOrZero @DefaultValue("1") int other,
            @PositiveOrZero @DefaultValue("1") int dueTask,
            @PositiveOrZero @DefaultValue("2") int overdueTask,
            @DefaultValue("P7D") Duration soon) {

        private static final Map<String, Integer> USUAL =
                Map.of("INTRODUCTION", 2, "CONFIDENTIALITY", 3, "EVALUATION", 2, "TERMS", 4, "SIGNING", 2);

        Weights {
            stages = stages.isEmpty() ? USUAL : Map.copyOf(stages);
        }

        String[] weighedStages() {
            return stages.keySet().stream().sorted().toArray(String[]::new);
        }

        Integer[] stageWeights() {
            return stages.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toArray(Integer[]::new);
        }
    }
}
