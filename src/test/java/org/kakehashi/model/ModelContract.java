package org.kakehashi.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.kakehashi.platform.camunda.UserTaskForm;

/** Holds one model against the code and the forms it names, both ways, and tells each break in a sentence. */
class ModelContract {

    private static final Pattern NODE_ID =
            Pattern.compile("(StartEvent|Task|Call|SubProcess|Gateway|Event|BoundaryEvent|EndEvent)_[A-Z][A-Za-z0-9]*");
    private static final Pattern GENERATED_ID = Pattern.compile(".*_[0-9a-z]{7}");
    private static final Pattern TIMER = Pattern.compile("\\$\\{(\\w+Timers)\\.(\\w+)\\(.*\\)}");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final Path root;
    private final Path file;
    private final String module;
    private final BpmnModelInstance model;
    private final Process process;
    private final List<String> breaks = new ArrayList<>();

    /** @param root the folder that holds {@code bpmn} and {@code forms} */
    ModelContract(Path root, Path file) {
        this.root = root;
        this.file = file;
        this.module = file.getParent().getFileName().toString();
        this.model = Bpmn.readModelFromFile(file.toFile());
        this.process = model.getModelElementsByType(Process.class).iterator().next();
    }

    List<String> breaks() {
        names();
        contractClass();
        delegates();
        userTasks();
        calls();
        timers();
        gateways();
        diagram();
        return breaks;
    }

    private void names() {
        String name = file.getFileName().toString().replace(".bpmn", "");
        expect(process.getId().equals(name), "process id '%s' is not the file's name", process.getId());
        expect(process.isExecutable(), "the process is not executable");
        for (FlowNode node : all(FlowNode.class)) {
            expect(
                    NODE_ID.matcher(node.getId()).matches()
                            && !GENERATED_ID.matcher(node.getId()).matches(),
                    "%s: the id does not follow the pattern",
                    node.getId());
            expect(
                    StringUtils.isNotBlank(node.getName())
                            || node.getId().startsWith("Gateway_")
                            || node.getId().startsWith("Start"),
                    "%s has no label",
                    node.getId());
        }
    }

    private void contractClass() {
        Class<?> contract = processClass(pascal(process.getId()) + "Process");
        if (contract == null) {
            breaks.add(file.getFileName() + ": there is no contract class " + pascal(process.getId()) + "Process");
            return;
        }
        expect(constants(contract, null).contains(process.getId()), "the contract class does not name the key");
        Set<String> ids = all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
        for (String element : constants(contract, "Elements")) {
            expect(ids.contains(element), "the contract names the element %s, which the model lacks", element);
        }
        Set<String> messages = all(Message.class).stream().map(Message::getName).collect(Collectors.toSet());
        both("message", messages, constants(contract, "Messages"));
        Set<String> errors = all(Error.class).stream().map(Error::getErrorCode).collect(Collectors.toSet());
        both("error", errors, constants(contract, "Errors"));
        String text = text();
        for (String variable : constants(contract, "Variables")) {
            expect(
                    text.contains(variable) || usedInCode(variable),
                    "the contract names the variable %s, which nothing uses",
                    variable);
        }
    }

    private void both(String what, Set<String> inModel, Set<String> inContract) {
        inModel.stream()
                .filter(name -> !inContract.contains(name))
                .forEach(name ->
                        breaks.add("%s: the contract lacks the %s %s".formatted(file.getFileName(), what, name)));
        inContract.stream()
                .filter(name -> !inModel.contains(name))
                .forEach(name -> breaks.add("%s: the model lacks the %s %s".formatted(file.getFileName(), what, name)));
        inModel.stream()
                .map(name -> name.replace("${side}", "side"))
                .forEach(name -> expect(PLAIN.matcher(name).matches(), "%s '%s' is not kebab-case", what, name));
    }

    private void delegates() {
        for (ServiceTask task : all(ServiceTask.class)) {
            String expected = StringUtils.uncapitalize(bare(task.getId()));
            expect(
                    ("${" + expected + "}").equals(task.getCamundaDelegateExpression()),
                    "%s does not call ${%s}",
                    task.getId(),
                    expected);
            Class<?> delegate = processClass(bare(task.getId()));
            expect(
                    delegate != null && JavaDelegate.class.isAssignableFrom(delegate),
                    "%s has no delegate %s in %s.process",
                    task.getId(),
                    bare(task.getId()),
                    module);
        }
        for (BusinessRuleTask task : all(BusinessRuleTask.class)) {
            String decision = String.valueOf(task.getCamundaDecisionRef());
            expect(
                    exists("bpmn/*/" + decision + ".dmn"),
                    "%s asks the decision %s, which does not exist",
                    task.getId(),
                    decision);
            expect(
                    "deployment".equals(task.getCamundaDecisionRefBinding()),
                    "%s: binding is not deployment",
                    task.getId());
        }
    }

    private void userTasks() {
        for (UserTask task : all(UserTask.class)) {
            String id = task.getId();
            String form = kebab(bare(id));
            expect(form.equals(task.getCamundaFormRef()), "%s does not show the form %s", id, form);
            expect(
                    "deployment".equals(task.getCamundaFormRefBinding()),
                    "%s: the form's binding is not deployment",
                    id);
            expect(!task.getCamundaCandidateGroupsList().isEmpty(), "%s goes to no group", id);
            expect(StringUtils.isNotBlank(task.getCamundaDueDate()), "%s has no due date", id);
            expect(StringUtils.isNotBlank(task.getCamundaFollowUpDate()), "%s has no follow-up date", id);
            expect(!task.getDocumentations().isEmpty(), "%s has no documentation", id);
            Class<?> handler = processClass(bare(id));
            if (handler == null || !UserTaskForm.class.isAssignableFrom(handler)) {
                breaks.add(file.getFileName() + ": " + id + " has no form handler " + bare(id));
                continue;
            }
            Path formFile = root.resolve("forms").resolve(module).resolve(form + ".form");
            if (!Files.exists(formFile)) {
                breaks.add(file.getFileName() + ": " + id + " has no form file " + formFile.getFileName());
                continue;
            }
            form(id, formFile, answerOf(handler));
        }
    }

    private void form(String task, Path file, Class<?> answer) {
        JsonNode form = json(file);
        expect(
                form.path("id").asText().equals(file.getFileName().toString().replace(".form", "")),
                "%s: the form's id is not its file's name",
                task);
        expect(
                !form.findValuesAsText("type").contains("dynamiclist")
                        || form.findValuesAsText("action").contains("submit"),
                "%s: a form with a list of rows has no button of its own, and Tasklist's stays grey",
                task);
        Set<String> fields = new TreeSet<>();
        collect(form.path("components"), "", task, fields);
        Set<String> expected = fields(UserTaskForm.ANSWER, answer).collect(Collectors.toCollection(TreeSet::new));
        fields.stream()
                .filter(field -> !expected.contains(field))
                .forEach(field -> breaks.add(
                        "%s: the form's field %s is not in %s".formatted(task, field, answer.getSimpleName())));
        expected.stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> breaks.add("%s: the form has no field %s".formatted(task, field)));
    }

    /** The record's components, and those of the records within it. */
    private static Stream<String> fields(String path, Class<?> answer) {
        return answer.isRecord()
                ? Arrays.stream(answer.getRecordComponents())
                        .flatMap(component -> component.getType().isRecord()
                                ? fields(join(path, component.getName()), component.getType())
                                : Stream.of(join(path, component.getName())))
                : Stream.empty();
    }

    private void collect(JsonNode components, String path, String task, Set<String> fields) {
        for (JsonNode component : components) {
            expect(
                    component.hasNonNull("id"),
                    "%s: a form component of type %s has no id",
                    task,
                    component.path("type").asText());
            String type = component.path("type").asText();
            if (type.equals("group")) {
                collect(
                        component.path("components"),
                        join(path, component.path("path").asText("")),
                        task,
                        fields);
            } else if (type.equals("dynamiclist")) {
                fields.add(join(path, component.path("path").asText()));
                expect(component.path("disableCollapse").asBoolean(), "%s: a list of the form can be collapsed", task);
            } else if (component.hasNonNull("key")) {
                fields.add(join(path, component.path("key").asText()));
            }
        }
    }

    private void calls() {
        for (CallActivity call : all(CallActivity.class)) {
            String called = String.valueOf(call.getCalledElement());
            expect(exists("bpmn/*/" + called + ".bpmn"), "%s calls %s, which does not exist", call.getId(), called);
            expect(
                    "deployment".equals(call.getCamundaCalledElementBinding()),
                    "%s: binding is not deployment",
                    call.getId());
        }
    }

    private void timers() {
        for (TimerEventDefinition timer : all(TimerEventDefinition.class)) {
            String text = timer.getTextContent().strip();
            Matcher reads = TIMER.matcher(text);
            if (!reads.matches()) {
                breaks.add(file.getFileName() + ": the timer '" + text + "' does not read a timers bean");
                continue;
            }
            Class<?> bean = processClass(StringUtils.capitalize(reads.group(1)));
            expect(
                    bean != null
                            && Arrays.stream(bean.getDeclaredMethods())
                                    .anyMatch(method -> method.getName().equals(reads.group(2))),
                    "the timer %s is not in code",
                    text);
        }
    }

    private void gateways() {
        for (ExclusiveGateway gateway : all(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                expect(gateway.getDefault() != null, "%s has no default flow", gateway.getId());
                expect(StringUtils.isNotBlank(gateway.getName()), "%s asks no question", gateway.getId());
            }
        }
    }

    private void diagram() {
        Set<String> drawn = Stream.concat(
                        all(BpmnShape.class).stream().map(shape -> shape.getBpmnElement()),
                        all(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement()))
                .filter(element -> element != null)
                .map(element -> element.getId())
                .collect(Collectors.toSet());
        Stream.concat(all(FlowNode.class).stream(), all(SequenceFlow.class).stream())
                .filter(element -> !drawn.contains(element.getId()))
                .forEach(element -> breaks.add(file.getFileName() + ": " + element.getId() + " is not in the diagram"));
    }

    private void expect(boolean holds, String sentence, Object... words) {
        if (!holds) {
            breaks.add(file.getFileName() + ": " + sentence.formatted(words));
        }
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private boolean exists(String glob) {
        try (Stream<Path> files = Files.walk(root.resolve("bpmn"))) {
            var matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
            return files.map(root::relativize).anyMatch(matcher::matches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean usedInCode(String variable) {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/kakehashi", module, "process"))) {
            String constant = variable.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.getFileName().toString().equals(pascal(process.getId()) + "Process.java"))
                    .anyMatch(path -> read(path).contains(constant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return read(file);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path path) {
        try {
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<?> processClass(String name) {
        try {
            return Class.forName("org.kakehashi." + module + ".process." + name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Class<?> answerOf(Class<?> handler) {
        return Stream.concat(
                        Arrays.stream(handler.getGenericInterfaces()),
                        Stream.ofNullable(handler.getGenericSuperclass()))
                .filter(ParameterizedType.class::isInstance)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .filter(Class.class::isInstance)
                .<Class<?>>map(type -> (Class<?>) type)
                .findFirst()
                .orElse(Void.class);
    }

    private static Set<String> constants(Class<?> contract, String nested) {
        Class<?> holder = nested == null
                ? contract
                : Arrays.stream(contract.getDeclaredClasses())
                        .filter(type -> type.getSimpleName().equals(nested))
                        .findFirst()
                        .orElse(null);
        return holder == null
                ? Set.of()
                : Arrays.stream(holder.getDeclaredFields())
                        .filter(field -> field.getType() == String.class)
                        .map(ModelContract::value)
                        .collect(Collectors.toSet());
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bare(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    private static String pascal(String kebab) {
        return Arrays.stream(kebab.split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
    }

    private static String kebab(String pascal) {
        return String.join("-", StringUtils.splitByCharacterTypeCamelCase(pascal))
                .toLowerCase(Locale.ROOT);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }
}
