package org.kakehashi.platform.camunda;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.springframework.stereotype.Component;

/** Refuses models that carry code: scripts and class names. A model names beans, and only those of the product. */
@Component
class NoCodeInModels extends AbstractBpmnParseListener {

    private static final Set<String> CODE_ELEMENTS = Set.of("script", "scriptTask");
    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        refuseCode(process, definition.getKey());
    }

    private static void refuseCode(Element element, String process) {
        boolean namesClass = element.attribute("class") != null || element.attributeNS(CAMUNDA, "class") != null;
        if (namesClass || CODE_ELEMENTS.contains(element.getTagName())) {
            throw new ProcessEngineException("Process '" + process + "' carries code in element '"
                    + element.getTagName() + "': models name beans, never scripts or classes.");
        }
        List<Element> children = element.elements();
        children.forEach(child -> refuseCode(child, process));
    }
}
