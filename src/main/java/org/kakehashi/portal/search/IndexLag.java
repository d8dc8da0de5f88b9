package org.kakehashi.portal.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far this node's index of published records is behind the database, told as metrics. */
@Component
class IndexLag {

    private final PortalIndex index;
    private final Clock clock;
    private volatile long behind;
    private volatile @Nullable Instant since;

    IndexLag(PortalIndex index, Clock clock, MeterRegistry metrics) {
        this.index = index;
        this.clock = clock;
        Gauge.builder("kakehashi.search.behind", this, lag -> lag.behind)
                .description("Published records that this node's search lacks, or has too many of")
                .register(metrics);
        Gauge.builder("kakehashi.search.lag", this, IndexLag::seconds)
                .baseUnit("seconds")
                .description("Since when this node's search has differed from the database")
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "${kakehashi.metrics.every:PT30S}", initialDelayString = "PT10S")
    void measure() {
        behind = Math.abs(index.published() - Math.max(0, index.indexed()));
        since = behind == 0 ? null : since == null ? clock.instant() : since;
    }

    private double seconds() {
        Instant began = since;
        return began == null ? 0 : Duration.between(began, clock.instant()).toMillis() / 1000.0;
    }
}
