package org.kakehashi.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSchemaTest {

    @ParameterizedTest
    @CsvSource({
        "V1_1__camunda_engine, engine",
        "V1_2__camunda_history, history",
        "V1_3__camunda_identity, identity",
        "V1_4__camunda_case_engine, case.engine",
        "V1_5__camunda_case_history, case.history",
        "V1_6__camunda_decision_engine, decision.engine",
        "V1_7__camunda_decision_history, decision.history"
    })
    void theEnginesSqlIsUnchanged(String migration, String original) throws IOException {
        assertThat(resource("/db/migration/" + migration + ".sql"))
                .isEqualTo(resource("/org/camunda/bpm/engine/db/create/activiti.postgres.create." + original + ".sql"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = EngineSchemaTest.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes()).replace("\r\n", "\n");
        }
    }
}
