package org.kakehashi.demonstration.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;
import org.kakehashi.advisers.Workload;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moves in the network of advisers: an absence, a tie, a host's wish, and one who leaves. */
@Component
@Profile("demonstration")
class DemonstrationNetwork {

    private static final String TOWN = "ORG-20";
    private static final String COMPANY = "ORG-01";

    private final Advisers advisers;
    private final Workload workload;
    private final Absences absences;
    private final Ties ties;
    private final Dispatches dispatches;
    private final Handovers handovers;
    private final CurrentUser user;
    private final Clock clock;

    DemonstrationNetwork(
            Advisers advisers,
            Workload workload,
            Absences absences,
            Ties ties,
            Dispatches dispatches,
            Handovers handovers,
            CurrentUser user,
            Clock clock) {
        this.advisers = advisers;
        this.workload = workload;
        this.absences = absences;
        this.ties = ties;
        this.dispatches = dispatches;
        this.handovers = handovers;
        this.user = user;
        this.clock = clock;
    }

    @Transactional
    void move(Map<String, UUID> organisations) {
        user.acting("manager", Set.of(Roles.MANAGERS), () -> {
            LocalDate today = LocalDate.now(clock);
            List<String> idle = byLoad().stream()
                    .filter(each -> !workload.of(List.of(each)).containsKey(each))
                    .toList();
            absences.enter(idle.get(0), new Absences.Wish(today, today.plusDays(18), idle.get(1), true));
            ties.declare(
                    idle.get(2),
                    new Ties.Declaration(
                            organisation(organisations, COMPANY),
                            Tie.Kind.EMPLOYMENT,
                            today.minusYears(12),
                            null,
                            "Head of development until 2020"));
            dispatches.request(new Dispatches.Request(
                    organisation(organisations, TOWN),
                    null,
                    Adviser.Kind.PATENT_LICENSING,
                    "The town wants its own patents licensed to companies of the region.",
                    Set.of(),
                    Set.of("ja"),
                    today.plusMonths(2),
                    today.plusMonths(26)));
            byLoad().stream()
                    .filter(each -> workload.of(List.of(each)).containsKey(each))
                    .findFirst()
                    .ifPresent(leaving -> handovers.begin(leaving, "The term at the host ends this winter."));
            return idle;
        });
    }

    /** The advisers, who has least in hand first. */
    private List<String> byLoad() {
        List<String> all = advisers.findAll().stream().map(Adviser::userId).toList();
        Map<String, Integer> load = workload.of(all);
        return all.stream()
                .sorted(Comparator.comparing((String each) -> load.getOrDefault(each, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static UUID organisation(Map<String, UUID> organisations, String code) {
        UUID id = organisations.get(code);
        if (id == null) {
            throw new IllegalStateException("The demonstration has no organisation " + code);
        }
        return id;
    }
}
