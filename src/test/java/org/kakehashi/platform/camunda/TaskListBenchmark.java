package org.kakehashi.platform.camunda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.kakehashi.TestDatabase;
import org.kakehashi.platform.security.Roles;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How long the count and the first page of Tasklist's filters take at 200,000 open tasks with authorization on, as we set the
 * engine up and as it comes, in one run: medians of nine
 * rounds, of fewer where they take long. Run by hand: {@code mvn test -Dtest=TaskListBenchmark}; the stock side alone takes
 * minutes.
 */
class TaskListBenchmark {

    private static final int TASKS = 200_000;
    private static final int REAL = 2_000;
    private static final int ADVISERS = 83;
    private static final int PAGE = 15;
    private static final int ROUNDS = 9;
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** A filter of Tasklist's, as somebody has it. */
    private enum Screen {
        MY_TASKS("adviser-7", List.of(Roles.ADVISERS), query -> query.taskAssignee("adviser-7")),
        MY_GROUPS_TASKS(
                "adviser-7", List.of(Roles.ADVISERS), query -> query.taskCandidateGroupIn(List.of(Roles.ADVISERS))
                        .taskUnassigned()),
        EVERYTHING_I_MAY_SEE("adviser-7", List.of(Roles.ADVISERS), query -> query),
        OVERDUE_OF_LEGAL("legal-1", List.of(Roles.LEGAL), query -> query.taskCandidateGroupIn(List.of(Roles.LEGAL))
                .dueBefore(new Date())),
        ALL_OF_A_MANAGER("manager-1", List.of(Roles.MANAGERS), query -> query);

        private final String user;
        private final List<String> groups;
        private final Function<TaskQuery, TaskQuery> narrowed;

        Screen(String user, List<String> groups, Function<TaskQuery, TaskQuery> narrowed) {
            this.user = user;
            this.groups = groups;
            this.narrowed = narrowed;
        }

        TaskQuery on(ProcessEngine engine) {
            engine.getIdentityService().setAuthentication(user, groups);
            return narrowed.apply(engine.getTaskService().createTaskQuery());
        }
    }

    private record Side(String name, ProcessEngine engine, JdbcTemplate database) {}

    @Test
    void ourSetUpBesideTheStockProvider() {
        Side ours = ours();
        Side stock = stock();
        for (Side side : List.of(ours, stock)) {
            fill(side);
            System.out.printf(
                    "%s: %,d open tasks, %,d authorization rows%n",
                    side.name,
                    side.database.queryForObject("SELECT count(*) FROM act_ru_task", Long.class),
                    side.database.queryForObject("SELECT count(*) FROM act_ru_authorization", Long.class));
        }
        System.out.printf(
                "%n%-22s %10s %12s %12s %12s %12s%n", "", "tasks", "ours: count", "page", "stock: count", "page");
        for (Screen screen : Screen.values()) {
            Map<String, List<Duration>> times = new LinkedHashMap<>();
            long found = 0;
            long begin = System.nanoTime();
            for (int round = 0; round < ROUNDS && System.nanoTime() - begin < ENOUGH.toNanos(); round++) {
                for (Side side : List.of(ours, stock)) {
                    found = measure(times, side.name + " count", () -> screen.on(side.engine)
                            .count());
                    measure(times, side.name + " page", () -> (long) screen.on(side.engine)
                            .orderByTaskCreateTime()
                            .desc()
                            .listPage(0, PAGE)
                            .size());
                }
            }
            System.out.printf(
                    "%-22s %,10d %s%n",
                    screen.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    found,
                    times.values().stream().map(TaskListBenchmark::median).collect(Collectors.joining(" ")));
        }
        ours.engine.close();
        stock.engine.close();
    }

    private static Side ours() {
        String url = TestDatabase.fresh();
        Flyway.configure().dataSource(url, "postgres", "").load().migrate();
        StandaloneProcessEngineConfiguration configuration = configuration("ours", url);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setResourceAuthorizationProvider(new NoRightsPerTask());
        configuration.setCustomSessionFactories(List.of(OwnTasks.Queries.factory()));
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasks.Commands()));
        ProcessEngine engine = configuration.buildProcessEngine();
        new EngineRights(engine.getIdentityService(), engine.getAuthorizationService())
                .run(new DefaultApplicationArguments());
        return new Side("ours", engine, database(url));
    }

    /** Managers see all on both sides by a right on the definition; everybody else by the rows that the provider writes. */
    private static Side stock() {
        String url = TestDatabase.fresh();
        StandaloneProcessEngineConfiguration configuration = configuration("stock", url);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        ProcessEngine engine = configuration.buildProcessEngine();
        new EngineRights(engine.getIdentityService(), engine.getAuthorizationService())
                .run(new DefaultApplicationArguments());
        JdbcTemplate database = database(url);
        database.update(
                "DELETE FROM act_ru_authorization WHERE group_id_ IN ('advisers', 'registrars', 'legal') AND resource_type_ IN (6, 7)");
        return new Side("stock", engine, database);
    }

    private static StandaloneProcessEngineConfiguration configuration(String name, String url) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("task list " + name);
        configuration.setJdbcUrl(url);
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("");
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setAuthorizationEnabled(true);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        return configuration;
    }

    private static JdbcTemplate database(String url) {
        return new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    }

    /** Every tenth task waits for a group, the others are in an adviser's hands. Made by the engine, then multiplied. */
    private static void fill(Side side) {
        for (String group : Set.of("ADVISERS", "LEGAL", "HELD")) {
            side.engine
                    .getRepositoryService()
                    .createDeployment()
                    .addModelInstance(group + ".bpmn", model(group))
                    .deploy();
        }
        for (int i = 0; i < REAL; i++) {
            String process = i % 20 == 0 ? "ADVISERS" : i % 20 == 10 ? "LEGAL" : "HELD";
            side.engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(process, Map.of("adviser", "adviser-" + i % ADVISERS));
        }
        side.database.update("UPDATE act_ru_task SET due_date_ = now() + (random() * 40 - 10) * interval '1 day'");
        for (String table : List.of("act_ru_execution", "act_ru_variable", "act_ru_task", "act_ru_identitylink")) {
            multiply(side.database, table, "");
        }
        multiply(side.database, "act_ru_authorization", " WHERE resource_type_ = 7 AND resource_id_ <> '*'");
        side.database.execute("VACUUM ANALYZE");
    }

    private static BpmnModelInstance model(String key) {
        var task = Bpmn.createExecutableProcess(key).startEvent().userTask();
        return (key.equals("HELD")
                        ? task.camundaAssignee("${adviser}")
                        : task.camundaCandidateGroups(key.toLowerCase(Locale.ROOT)))
                .done();
    }

    private static void multiply(JdbcTemplate database, String table, String where) {
        Set<String> own = Set.of(
                "id_",
                "execution_id_",
                "proc_inst_id_",
                "root_proc_inst_id_",
                "parent_id_",
                "task_id_",
                "act_inst_id_",
                "var_scope_",
                "resource_id_");
        List<String> columns = database.queryForList(
                "SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position",
                String.class,
                table);
        String values = columns.stream()
                .map(column -> own.contains(column) ? column + " || '-' || copy" : column)
                .collect(Collectors.joining(", "));
        database.update("INSERT INTO %s (%s) SELECT %s FROM %s CROSS JOIN generate_series(1, %d) AS copy%s"
                .formatted(table, String.join(", ", columns), values, table, TASKS / REAL - 1, where));
    }

    private static long measure(Map<String, List<Duration>> times, String what, LongSupplier work) {
        long begin = System.nanoTime();
        long answer = work.getAsLong();
        times.computeIfAbsent(what, name -> new ArrayList<>()).add(Duration.ofNanos(System.nanoTime() - begin));
        return answer;
    }

    private static String median(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return "%9.1f ms".formatted(sorted.get(sorted.size() / 2).toNanos() / 1e6);
    }
}
