package org.kakehashi.advisers;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.advisers.Routing.Choice;
import org.kakehashi.advisers.Routing.Pool;
import org.kakehashi.advisers.Routing.Request;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the adviser for a side of a case: near and knowing the field where possible, then the least loaded. */
@Component
public class AdviserRouting {

    private static final String FIT_WITH_LOAD = """
            SELECT adviser.*, EXISTS (
                SELECT FROM absence
                WHERE absence.user_id = adviser.user_id AND first_day <= :today AND last_day >= :today) AS absent,
              coalesce(load.number, 0) AS load,
              coalesce(load.weight, 0) + :dueTask * task.due + :overdueTask * task.overdue AS weight
            FROM adviser
            LEFT JOIN (
              SELECT user_id, count(*) AS number, sum(coalesce(weighed.weight, :other)) AS weight
              FROM adviser_load
              LEFT JOIN unnest(:stages::text[], :stageWeights::int[]) AS weighed (stage, weight) USING (stage)
              GROUP BY user_id
            ) load ON load.user_id = adviser.user_id
            CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE due_date_ >= :now) AS due, count(*) FILTER (WHERE due_date_ < :now) AS overdue
              FROM act_ru_task WHERE assignee_ = adviser.user_id AND due_date_ < :soon
            ) task
            WHERE adviser.active AND adviser.kind = :kind
            AND coalesce(adviser.engaged_from <= :today, true) AND coalesce(adviser.engaged_until >= :today, true)
            AND NOT EXISTS (
              SELECT FROM adviser_tie tie
              WHERE tie.user_id = adviser.user_id AND tie.organisation_id = ANY (:organisations)
              AND tie.since <= :today AND coalesce(tie.until >= :today, true))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RoutingSettings settings;
    private final Routing.Policy policy;

    AdviserRouting(JdbcClient jdbc, Clock clock, RoutingSettings settings, Routing.Policy policy) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.policy = policy;
    }

    /** @throws Refusal where there is no active adviser at all */
    public String adviserFor(Request request) {
        return choose(request).userId();
    }

    /**
     * As {@link #adviserFor}, with the reason.
     *
     * @throws Refusal where {@link #find} finds nobody
     */
    @Transactional(readOnly = true)
    public Choice choose(Request request) {
        return find(request)
                .orElseThrow(() -> Refusal.conflict("There is no active adviser for the "
                        + request.side().lower() + "'s side: engage one, then try again."));
    }

    /**
     * Absent, excluded and fully loaded advisers and those who do not speak the language are chosen only where there is
     * nobody else; who is tied to one of the parties never is.
     *
     * @return none where every active adviser is tied, or there is none
     */
    @Transactional(readOnly = true)
    public Optional<Choice> find(Request request) {
        List<Candidate> inOrder =
                candidates(request).stream().sorted(preference(request)).toList();
        if (inOrder.isEmpty()) {
            return Optional.empty();
        }
        Map<Pool, Candidate> best = bestOfEachPool(inOrder, request);
        Routing.Decision decision = policy.decide(request, best.keySet());
        return Optional.of(
                new Choice(best.getOrDefault(decision.pool(), inOrder.get(0)).userId(), decision.reason()));
    }

    private Map<Pool, Candidate> bestOfEachPool(List<Candidate> inOrder, Request request) {
        var best = new EnumMap<Pool, Candidate>(Pool.class);
        best.put(Pool.ANY, inOrder.get(0));
        inOrder.stream().filter(candidate -> isFree(candidate, request)).forEach(candidate -> {
            if (candidate.prefecture() == request.prefecture()) {
                best.putIfAbsent(Pool.SAME_PREFECTURE, candidate);
                if (candidate.knows(request)) {
                    best.putIfAbsent(Pool.SAME_PREFECTURE_AND_FIELD, candidate);
                }
            }
            if (request.prefecture() != null
                    && candidate.prefecture().region() == request.prefecture().region()) {
                best.putIfAbsent(Pool.SAME_REGION, candidate);
                if (candidate.knows(request)) {
                    best.putIfAbsent(Pool.SAME_REGION_AND_FIELD, candidate);
                }
            }
            best.putIfAbsent(Pool.LANGUAGE, candidate);
            if (candidate.knows(request)) {
                best.putIfAbsent(Pool.FIELD_AND_LANGUAGE, candidate);
            }
        });
        return best;
    }

    private boolean isFree(Candidate candidate, Request request) {
        return !candidate.absent()
                && candidate.load() < settings.capacity()
                && candidate.speaks(request)
                && !request.excluded().contains(candidate.userId());
    }

    private Comparator<Candidate> preference(Request request) {
        Comparator<Candidate> notExcluded =
                Comparator.comparing(candidate -> request.excluded().contains(candidate.userId()));
        return notExcluded
                .thenComparing(Candidate::absent)
                .thenComparing(candidate -> !candidate.speaks(request))
                .thenComparing(candidate -> candidate.load() >= settings.capacity())
                .thenComparing(candidate -> !candidate.knows(request))
                .thenComparing(Candidate::weight)
                .thenComparing(Candidate::userId);
    }

    private List<Candidate> candidates(Request request) {
        Instant now = clock.instant();
        RoutingSettings.Weights weights = settings.weights();
        return jdbc.sql(FIT_WITH_LOAD)
                .param("today", LocalDate.now(clock))
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(weights.soon())))
                .param("dueTask", weights.dueTask())
                .param("overdueTask", weights.overdueTask())
                .param("other", weights.other())
                .param("stages", weights.weighedStages())
                .param("stageWeights", weights.stageWeights())
                .param("kind", request.adviserKind().name())
                .param("organisations", request.organisations().toArray(UUID[]::new))
                .query((row, index) -> new Candidate(
                        row.getString("user_id"),
                        Prefecture.valueOf(row.getString("prefecture")),
                        texts(row, "fields"),
                        texts(row, "languages"),
                        row.getBoolean("absent"),
                        row.getInt("load"),
                        row.getInt("weight")))
                .list();
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }

    private record Candidate(
            String userId,
            Prefecture prefecture,
            Set<String> fields,
            Set<String> languages,
            boolean absent,
            int load,
            int weight) {

        boolean knows(Request request) {
            return request.fields().stream().anyMatch(field -> fields.contains(field.name()));
        }

        boolean speaks(Request request) {
            return request.language() == null || languages.contains(request.language());
        }
    }
}
