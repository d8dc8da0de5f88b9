package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ApplicationStartsProcessTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void keepsNoHistoryOfVariables() {
        assertThat(engine.getProcessEngineConfiguration().getHistory()).isEqualTo("case");
    }
}
