package org.kakehashi.matching.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** Finds out, by the words of one record at a time, which records of this node's index are {@link Hubs}, once a day anew. */
@Component
class HubSearch {

    private static final Duration AGE = Duration.ofDays(1);

    /** Of fewer than such a part of the sample, chance would say as much as the crowd. */
    private static final int ENOUGH = 5;

    private final MatchingIndex index;
    private final Profiles profiles;
    private final HybridSearch search;
    private final double weight;
    private final int sample;
    private final Clock clock;
    private final Map<Side, Known> known = new ConcurrentHashMap<>();
    private @Nullable Round round;

    HubSearch(MatchingIndex index, Profiles profiles, ModelSettings settings, Clock clock) {
        this.index = index;
        this.profiles = profiles;
        this.search = new HybridSearch(settings.mix());
        this.weight = settings.crowd();
        this.sample = settings.sample();
        this.clock = clock;
    }

    private record Known(Hubs hubs, int asking, Instant since) {

        /** Old, or of what is no longer a fair sample of those who ask. */
        boolean isStale(int askingNow, Instant now) {
            return Duration.between(since, now).compareTo(AGE) > 0 || Math.abs(askingNow - asking) > asking / 4;
        }
    }

    private record Round(Side wanted, Queue<String> asking, int askingAtAll, Hubs hubs) {}

    /** By how much a record's words stand back from one that asks, in standard deviations. */
    double of(Side side, String number, String asking) {
        Known there = known.get(side);
        return there == null ? 0 : weight * there.hubs.of(number, asking);
    }

    /** @return whether more is left to be found out now */
    boolean goOn() {
        Round now = round == null ? due() : round;
        if (now == null) {
            return false;
        }
        String asking = now.asking.poll();
        if (asking == null) {
            known.put(now.wanted, new Known(now.hubs, now.askingAtAll, clock.instant()));
            round = null;
        } else {
            round = now;
            Profile record = profiles.of(List.of(asking)).get(asking);
            if (record != null) {
                now.hubs.add(asking, hits(record, now.wanted));
            }
        }
        return true;
    }

    private @Nullable Round due() {
        if (weight > 0) {
            for (Side wanted : Side.values()) {
                SideIndex asking = index.of(wanted.other());
                int size = asking.size();
                Known there = known.get(wanted);
                if (ENOUGH * size >= sample && (there == null || there.isStale(size, clock.instant()))) {
                    Queue<String> some = new ArrayDeque<>(asking.some(sample));
                    return new Round(wanted, some, size, new Hubs(some.size()));
                }
            }
        }
        return null;
    }

    private List<HybridSearch.Hit> hits(Profile record, Side side) {
        SideIndex own = index.of(record.side());
        SideIndex wanted = index.of(side);
        return own.read(kin -> wanted.read(searcher -> search.search(
                searcher,
                wanted.background(searcher),
                HybridSearch.Question.of(
                        record,
                        null,
                        kin,
                        own.background(kin),
                        searcher,
                        SideIndex.eligible(Set.of(), Set.of(record.organisationId()))))));
    }
}
