package org.kakehashi.negotiation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.kakehashi.platform.metrics.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseMeasures {

    @Bean
    Measure casesByStage() {
        String stages = Arrays.stream(Stage.values())
                .filter(stage -> stage != Stage.ENDED)
                .map(stage -> "('" + stage + "')")
                .collect(Collectors.joining(", "));
        return new Measure("kakehashi.cases", null, "Open licensing cases", "stage", """
                SELECT tag, count(number) AS value FROM (VALUES %s) stages (tag)
                LEFT JOIN licensing_case ON stage = tag AND outcome IS NULL GROUP BY tag
                """.formatted(stages));
    }
}
