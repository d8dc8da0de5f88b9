package org.kakehashi.platform.camunda;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Refuses a start that lacks what its model names in the property {@code requires}, a list of variables, before
 * anything of it is kept.
 */
@Component
class RequiredVariables extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA =
            new Namespace("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        List<String> required = Optional.ofNullable(process.element("extensionElements"))
                .map(extensions -> extensions.elementNS(CAMUNDA, "properties"))
                .stream()
                .flatMap(properties -> properties.elementsNS(CAMUNDA, "property").stream())
                .filter(property -> "requires".equals(property.attribute("name")))
                .flatMap(property -> Arrays.stream(property.attribute("value").split(" ")))
                .toList();
        definition.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> check(execution, definition.getKey(), required));
    }

    private static void check(DelegateExecution execution, String process, List<String> required) {
        List<String> faults = required.stream()
                .filter(variable -> execution.getVariable(variable) == null)
                .map(variable -> "Give the variable " + variable + ", without which " + process + " cannot start.")
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }
}
