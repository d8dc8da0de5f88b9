package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the engine as it is shipped lets through, tried on it and on ours in the same words. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineHolesProcessTest {

    /** Notes that foreign code ran. */
    public static class Gadget {

        private static int made;

        public Gadget() {
            made++;
        }

        public int getSize() {
            return made;
        }

        public void setSize(int size) {
            made++;
        }

        public String touch() {
            made++;
            return "touched";
        }
    }

    @Autowired
    ProcessEngine ours;

    @Autowired
    ApplicationContext application;

    private ProcessEngine stock;

    @BeforeAll
    void anEngineAsItIsShipped() {
        var database = new DriverManagerDataSource(TestDatabase.fresh(), "postgres", "");
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource(database);
        configuration.setTransactionManager(new JdbcTransactionManager(database));
        configuration.setApplicationContext(application);
        configuration.setExpressionManager(new SpringExpressionManager(application, null));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        stock = configuration.buildProcessEngine();
    }

    @AfterAll
    void closeIt() {
        stock.close();
    }

    @AfterEach
    void nobodyIsSignedIn() {
        ours.getIdentityService().clearAuthentication();
        stock.getIdentityService().clearAuthentication();
    }

    private enum Code {
        SCRIPT_TASK(model -> model.scriptTask().scriptFormat("javascript").scriptText("1 + 1")),
        CLASS_OF_A_TASK(model -> model.serviceTask().camundaClass(Gadget.class)),
        CLASS_OF_A_LISTENER(model -> model.manualTask().camundaExecutionListenerClass("start", Gadget.class)),
        CLASS_OF_A_TASK_LISTENER(model -> model.userTask().camundaTaskListenerClass("create", Gadget.class));

        private final Consumer<StartEventBuilder> code;

        Code(Consumer<StartEventBuilder> code) {
            this.code = code;
        }

        BpmnModelInstance model() {
            var start = process(name()).startEvent();
            code.accept(start);
            return start.done();
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void aModelCarriesNoCode(Code code) {
        assertThatCode(() -> deploy(stock, code.model())).doesNotThrowAnyException();
        assertThatThrownBy(() -> deploy(ours, code.model()))
                .hasMessageContaining("models name beans, never scripts or classes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${environment.getProperty('java.home')}", "${jdbcClient.toString()}", "${people.toString()}"})
    void anExpressionInAModelSeesTheBeansOfProcessesAlone(String expression) {
        BpmnModelInstance model = process("beans")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .done();
        assertThatCode(() -> start(stock, model)).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(ours, model)).hasMessageContaining("Cannot resolve identifier");
    }

    @Test
    void anAlternativeOfAQueryRunsNoExpression() {
        String touch = "${''.getClass().forName('" + Gadget.class.getName() + "').newInstance().touch()}";
        letsThroughOnStockAlone(
                engine -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression(touch)
                        .taskName("x")
                        .endOr()
                        .list(),
                "Expressions are not allowed in queries.");
    }

    @Test
    void whoIsSignedInAsksForAPageAndNotForEverything() {
        assertThatCode(() -> everything(stock)).doesNotThrowAnyException();
        assertThatThrownBy(() -> everything(ours)).hasMessageContaining("unbound number of results is forbidden");
    }

    @Test
    void aVariableBringsNoTypeOfItsOwn() {
        letsThroughOnStockAlone(
                engine -> {
                    deploy(
                            engine,
                            process("variable")
                                    .startEvent()
                                    .intermediateCatchEvent()
                                    .message("gadget")
                                    .endEvent()
                                    .done());
                    var instance = engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    "variable",
                                    Variables.createVariables()
                                            .putValueTyped(
                                                    "gadget",
                                                    Variables.serializedObjectValue("{\"size\": 1234567890}")
                                                            .serializationDataFormat(
                                                                    Variables.SerializationDataFormats.JSON)
                                                            .objectTypeName(Gadget.class.getName())
                                                            .create()));
                    engine.getRuntimeService().getVariable(instance.getId(), "gadget");
                },
                "not whitelisted");
    }

    @Test
    void aPasswordIsKeptByASlowHash() {
        String user = "holes-" + UUID.randomUUID();
        makeUser(stock, user.replace("-", ""), "Long-enough-2026");
        makeUser(ours, user.replace("-", ""), "Long-enough-2026");
        String id = user.replace("-", "");
        assertThat(kept(stock, id)).startsWith("{SHA-512}");
        assertThat(kept(ours, id)).startsWith("{bcrypt}$2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "password", "Password-2026"})
    void aCommonPasswordIsRefused(String password) {
        String user = "common" + UUID.randomUUID().toString().replace("-", "");
        assertThatCode(() -> makeUser(stock, user, password)).doesNotThrowAnyException();
        assertThatThrownBy(() -> makeUser(ours, user, password)).hasMessageContaining("The password is too weak");
    }

    private static void makeUser(ProcessEngine engine, String id, String password) {
        var identity = engine.getIdentityService();
        var made = identity.newUser(id);
        made.setPassword(password);
        identity.saveUser(made);
    }

    private void letsThroughOnStockAlone(Consumer<ProcessEngine> attack, String refusal) {
        int before = Gadget.made;
        assertThatCode(() -> attack.accept(stock)).doesNotThrowAnyException();
        assertThat(Gadget.made).as("foreign code runs on stock").isGreaterThan(before);
        int after = Gadget.made;
        ThrowingCallable refused = () -> attack.accept(ours);
        assertThatThrownBy(refused).hasStackTraceContaining(refusal);
        assertThat(Gadget.made).isEqualTo(after);
    }

    private static void everything(ProcessEngine engine) {
        engine.getIdentityService().setAuthenticatedUserId("somebody");
        engine.getTaskService().createTaskQuery().list();
    }

    private static String kept(ProcessEngine engine, String user) {
        return ((UserEntity) engine.getIdentityService()
                        .createUserQuery()
                        .userId(user)
                        .singleResult())
                .getPassword();
    }

    private static ProcessBuilder process(String key) {
        return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(1);
    }

    private static void start(ProcessEngine engine, BpmnModelInstance model) {
        deploy(engine, model);
        engine.getRuntimeService().startProcessInstanceByKey("beans");
    }

    private static void deploy(ProcessEngine engine, BpmnModelInstance model) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("hole.bpmn", model)
                .deploy();
    }
}
