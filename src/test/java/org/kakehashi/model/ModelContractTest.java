package org.kakehashi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelContractTest {

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelAgreesWithTheCodeAndTheForms(Path model) {
        assertThat(new ModelContract(Path.of(""), model).breaks()).isEmpty();
    }

    @Test
    void aModelThatBreaksEveryRuleIsCaught() {
        Path root = Path.of("src/test/resources/model");
        List<String> breaks = new ModelContract(root, root.resolve("bpmn/negotiation/counter-example.bpmn")).breaks();
        assertThat(String.join("\n", breaks))
                .contains("process id 'another-name' is not the file's name")
                .contains("Activity_0abc123: the id does not follow the pattern")
                .contains("there is no contract class AnotherNameProcess")
                .contains("Task_Vanish has no delegate Vanish")
                .contains("Task_AskNobody goes to no group")
                .contains("Task_AskNobody has no due date")
                .contains("Task_AskNobody has no documentation")
                .contains("Task_AskNobody has no form handler AskNobody")
                .contains("Call_Nowhere calls nowhere, which does not exist")
                .contains("the timer 'P3D' does not read a timers bean")
                .contains("Gateway_Undecided has no default flow")
                .contains("Task_Vanish is not in the diagram");
    }
}
