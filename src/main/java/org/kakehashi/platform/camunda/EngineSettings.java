package org.kakehashi.platform.camunda;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the engine's properties cannot say. The schema is Flyway's, which is why its initializer is asked for here. */
@Component
@Order(0)
class EngineSettings extends AbstractCamundaConfiguration {

    private final ApplicationContext application;
    private final List<BpmnParseListener> parseListeners;
    private final ApplicationEventPublisher news;
    private final PasswordRules passwords;

    EngineSettings(
            ApplicationContext application,
            List<BpmnParseListener> parseListeners,
            ApplicationEventPublisher news,
            PasswordRules passwords,
            FlywayMigrationInitializer schema) {
        this.application = application;
        this.parseListeners = parseListeners;
        this.news = news;
        this.passwords = passwords;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setExpressionManager(new SpringExpressionManager(application, new ProcessBeans(application)));
        engine.setCustomHistoryLevels(List.of(new CaseHistory()));
        engine.setResourceAuthorizationProvider(new NoRightsPerTask());
        engine.setCustomSessionFactories(
                added(engine.getCustomSessionFactories(), List.of(OwnTasks.Queries.factory())));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasks.Commands()));
        engine.setIdentityProviderSessionFactory(new Accounts.Factory(news));
        engine.setPasswordEncryptor(new BcryptPasswords());
        engine.setPasswordPolicy(passwords);
        engine.setCustomPreBPMNParseListeners(added(engine.getCustomPreBPMNParseListeners(), parseListeners));
        engine.setCustomPreCommandInterceptorsTxRequired(added(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                List.of(new RefusalTranslation(), new HarmlessExpressions())));
    }

    private static <T> List<T> added(List<T> present, List<? extends T> more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.addAll(more);
        return all;
    }
}
