package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportControlTableTest {

    @ParameterizedTest
    @CsvSource({
        "true,  PUBLISHED_ONLY, false, DOMESTIC,           BLOCKED",
        "true,  KNOW_HOW,       true,  ABROAD,             BLOCKED",
        "false, PUBLISHED_ONLY, true,  ABROAD,             CLEARED",
        "false, KNOW_HOW,       false, ABROAD,             CLEARED",
        "false, KNOW_HOW,       true,  DOMESTIC,           CLEARED",
        "false, KNOW_HOW,       true,  FOREIGN_CONTROLLED, PERMISSION_NEEDED",
        "false, KNOW_HOW,       true,  ABROAD,             PERMISSION_NEEDED"
    })
    void exactlyOneRuleDecidesAndGivesItsReasonItsSourceAndWhoCanLiftIt(
            boolean concern, String disclosure, boolean listed, String recipient, String decision) throws IOException {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = Files.newInputStream(Path.of("bpmn/negotiation/export-control.dmn"))) {
            var result = engine.evaluateDecisionTable(
                            engine.parseDecision("export-control", table),
                            Variables.putValue("concern", concern)
                                    .putValue("disclosure", disclosure)
                                    .putValue("listed", listed)
                                    .putValue("recipient", recipient))
                    .getSingleResult();
            assertThat(result.<String>getEntry("decision")).isEqualTo(decision);
            assertThat(result.<String>getEntry("reason")).endsWith(".");
            assertThat(result.<String>getEntry("source")).isNotBlank();
            assertThat(result.<String>getEntry("liftedBy")).isNotBlank();
        }
    }
}
