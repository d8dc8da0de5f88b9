package org.kakehashi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kakehashi.FlowNodesPassed;
import org.kakehashi.ProcessTest;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Runs after all other tests, and judges only where every process test has run before it. */
@Order(Integer.MAX_VALUE)
class FlowNodeCoverageTest {

    @BeforeEach
    void everyProcessTestHasRun() {
        assumeThat(FlowNodesPassed.tests()).containsAll(processTests());
    }

    @ParameterizedTest
    @MethodSource("org.kakehashi.model.ModelContractTest#models")
    void everyFlowNodeIsPassedByAProcessTest(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        assertThat(model.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getId)
                .filteredOn(id -> !FlowNodesPassed.contain(new FlowNodesPassed.FlowNode(process, id)))
                .as("flow nodes of %s that no test passes", process)
                .isEmpty();
    }

    private static Set<String> processTests() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessTest.class));
        return scanner.findCandidateComponents("org.kakehashi").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> name.endsWith("Test"))
                .collect(Collectors.toSet());
    }
}
