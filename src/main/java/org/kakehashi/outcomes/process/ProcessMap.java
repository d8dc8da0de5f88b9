package org.kakehashi.outcomes.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The models with what goes on in them: where the tokens are, what is overdue or held up, and how long steps have taken in the
 * last year. The times are counted at most every ten minutes.
 */
@Component
@Transactional(readOnly = true)
public class ProcessMap {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final String OF_STEPS =
            "act_type_ IN ('userTask', 'callActivity', 'receiveTask', 'intermediateMessageCatch')";

    private final RepositoryService models;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<String, Map<String, Spent>> spent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build(this::spent);

    ProcessMap(RepositoryService models, JdbcClient jdbc, Clock clock) {
        this.models = models;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param tokens at its steps now */
    public record Process(String key, String name, long tokens, long overdue, long incidents) {}

    /**
     * @param passed how often it was passed in the last year
     * @param averageDays it took then; none where it was not passed
     * @param days that all passages took together
     * @param heat from 0 for none to 5 for the steps that took most time together
     */
    public record Step(
            String id,
            String name,
            long tokens,
            long overdue,
            long incidents,
            long passed,
            @Nullable BigDecimal averageDays,
            @Nullable BigDecimal days,
            int heat) {}

    private record Spent(long passed, BigDecimal days) {}

    private record Now(long tokens, long overdue, long incidents) {

        static final Now NOTHING = new Now(0, 0, 0);
    }

    /** All processes, the busiest first. */
    public List<Process> processes() {
        var now = new LinkedHashMap<String, Now>();
        jdbc.sql("""
                        SELECT key, sum(tokens) AS tokens, sum(overdue) AS overdue, sum(incidents) AS incidents FROM (
                          SELECT proc_def_key_ AS key, count(*) AS tokens, 0 AS overdue, 0 AS incidents
                          FROM act_hi_actinst WHERE end_time_ IS NULL GROUP BY proc_def_key_
                          UNION ALL SELECT key_, 0, count(*), 0 FROM act_ru_task
                            JOIN act_re_procdef definition ON definition.id_ = proc_def_id_
                            WHERE due_date_ < :now GROUP BY key_
                          UNION ALL SELECT key_, 0, 0, count(*) FROM act_ru_incident incident
                            JOIN act_re_procdef definition ON definition.id_ = incident.proc_def_id_
                            WHERE incident.id_ = cause_incident_id_ GROUP BY key_) each
                        GROUP BY key
                        """).param("now", Timestamp.from(clock.instant())).query(row -> {
            now.put(
                    row.getString("key"),
                    new Now(row.getLong("tokens"), row.getLong("overdue"), row.getLong("incidents")));
        });
        return models.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> {
                    Now here = now.getOrDefault(definition.getKey(), Now.NOTHING);
                    return new Process(
                            definition.getKey(), nameOf(definition), here.tokens(), here.overdue(), here.incidents());
                })
                .sorted(Comparator.comparingLong(Process::tokens).reversed().thenComparing(Process::name))
                .toList();
    }

    /** @throws Refusal where there is no such process */
    public String name(String key) {
        return nameOf(definition(key));
    }

    /** The latest model as BPMN. */
    public String model(String key) {
        try (InputStream model = models.getProcessModel(definition(key).getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The steps of the latest model where something is or was, those that took most time first. */
    public List<Step> steps(String key) {
        BpmnModelInstance model = models.getBpmnModelInstance(definition(key).getId());
        Map<String, Now> now = now(key);
        Map<String, Spent> took = Objects.requireNonNull(spent.get(key));
        BigDecimal most = took.values().stream()
                .map(Spent::days)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        var steps = new ArrayList<Step>();
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            String id = element.getId();
            Now here = now.getOrDefault(id, Now.NOTHING);
            @Nullable Spent time = took.get(id);
            if (time != null || here != Now.NOTHING) {
                steps.add(new Step(
                        id,
                        element.getName() == null ? id : element.getName(),
                        here.tokens(),
                        here.overdue(),
                        here.incidents(),
                        time == null ? 0 : time.passed(),
                        time == null
                                ? null
                                : time.days().divide(BigDecimal.valueOf(time.passed()), 1, RoundingMode.HALF_UP),
                        time == null ? null : time.days(),
                        time == null || most.signum() == 0
                                ? 0
                                : 1
                                        + time.days()
                                                .multiply(BigDecimal.valueOf(4))
                                                .divide(most, 0, RoundingMode.HALF_UP)
                                                .intValue()));
            }
        }
        steps.sort(Comparator.comparing((Step step) -> step.days() == null ? BigDecimal.ZERO : step.days())
                .reversed()
                .thenComparing(Step::name));
        return steps;
    }

    private Map<String, Now> now(String key) {
        var now = new LinkedHashMap<String, Now>();
        jdbc.sql("""
                        SELECT step, sum(tokens) AS tokens, sum(overdue) AS overdue, sum(incidents) AS incidents FROM (
                          SELECT act_id_ AS step, count(*) AS tokens, 0 AS overdue, 0 AS incidents
                          FROM act_hi_actinst WHERE proc_def_key_ = :key AND end_time_ IS NULL GROUP BY act_id_
                          UNION ALL SELECT task_def_key_, 0, count(*), 0 FROM act_ru_task
                            JOIN act_re_procdef definition ON definition.id_ = proc_def_id_
                            WHERE key_ = :key AND due_date_ < :now GROUP BY task_def_key_
                          UNION ALL SELECT activity_id_, 0, 0, count(*) FROM act_ru_incident incident
                            JOIN act_re_procdef definition ON definition.id_ = incident.proc_def_id_
                            WHERE key_ = :key GROUP BY activity_id_) each
                        GROUP BY step
                        """)
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    now.put(
                            row.getString("step"),
                            new Now(row.getLong("tokens"), row.getLong("overdue"), row.getLong("incidents")));
                });
        return now;
    }

    private Map<String, Spent> spent(String key) {
        var steps = new LinkedHashMap<String, Spent>();
        jdbc.sql("SELECT act_id_ AS step, count(*) AS passed, round(sum(duration_) / 86400000.0, 1) AS days"
                        + " FROM act_hi_actinst WHERE proc_def_key_ = :key AND end_time_ IS NOT NULL AND end_time_ >= :since"
                        + " AND " + OF_STEPS + " GROUP BY act_id_")
                .param("key", key)
                .param("since", Timestamp.from(clock.instant().minus(YEAR)))
                .query(row -> {
                    steps.put(row.getString("step"), new Spent(row.getLong("passed"), row.getBigDecimal("days")));
                });
        return steps;
    }

    private ProcessDefinition definition(String key) {
        ProcessDefinition definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw Refusal.notFound("There is no process " + key + ".");
        }
        return definition;
    }

    private static String nameOf(ProcessDefinition definition) {
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }
}
