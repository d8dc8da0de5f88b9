package org.kakehashi.advisers;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final String ACTIVE_WITH_LOAD = """
            SELECT adviser.*, coalesce(adviser.absent_until >= ?, false) AS absent, count(load.number) AS load
            FROM adviser LEFT JOIN adviser_load load ON load.user_id = adviser.user_id
            WHERE adviser.active
            GROUP BY adviser.user_id
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
     * As {@link #adviserFor}, with the reason. Absent, excluded and fully loaded advisers and those who do not speak the
     * language are chosen only where there is nobody else: a case never goes to nobody.
     *
     * @throws Refusal where there is no active adviser at all
     */
    @Transactional(readOnly = true)
    public Choice choose(Request request) {
        List<Candidate> inOrder =
                candidates().stream().sorted(preference(request)).toList();
        if (inOrder.isEmpty()) {
            throw Refusal.conflict("There is no active adviser for the "
                    + request.side().lower() + "'s side: engage one, then try again.");
        }
        Map<Pool, Candidate> best = bestOfEachPool(inOrder, request);
        Routing.Decision decision = policy.decide(best.keySet());
        return new Choice(best.getOrDefault(decision.pool(), inOrder.get(0)).userId(), decision.reason());
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
                .thenComparing(Candidate::load)
                .thenComparing(Candidate::userId);
    }

    private List<Candidate> candidates() {
        return jdbc.sql(ACTIVE_WITH_LOAD)
                .param(LocalDate.now(clock))
                .query((row, index) -> new Candidate(
                        row.getString("user_id"),
                        Prefecture.valueOf(row.getString("prefecture")),
                        texts(row, "fields"),
                        texts(row, "languages"),
                        row.getBoolean("absent"),
                        row.getInt("load")))
                .list();
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }

    private record Candidate(
            String userId, Prefecture prefecture, Set<String> fields, Set<String> languages, boolean absent, int load) {

        boolean knows(Request request) {
            return request.fields().stream().anyMatch(field -> fields.contains(field.name()));
        }

        boolean speaks(Request request) {
            return request.language() == null || languages.contains(request.language());
        }
    }
}
