package org.kakehashi.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes all measures now and then, so that a scrape costs the database nothing. */
@Component
class Meters {

    private final Map<Measure, MultiGauge> gauges = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Meters(
            List<Measure> measures,
            MeterRegistry registry,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        for (Measure measure : measures) {
            gauges.put(
                    measure,
                    MultiGauge.builder(measure.name())
                            .description(measure.description())
                            .baseUnit(measure.unit())
                            .register(registry));
        }
    }

    @Scheduled(fixedDelayString = "${kakehashi.metrics.every:PT30S}", initialDelayString = "PT1S")
    void measure() {
        gauges.forEach((measure, gauge) -> gauge.register(transactions.execute(status -> rows(measure)), true));
    }

    private List<MultiGauge.Row<?>> rows(Measure measure) {
        return jdbc.sql(measure.sql())
                .param("now", Timestamp.from(clock.instant()))
                .<MultiGauge.Row<?>>query((row, index) -> {
                    Tags tags = measure.tag() == null
                            ? Tags.empty()
                            : Tags.of(measure.tag(), row.getString("tag").toLowerCase(Locale.ROOT));
                    return MultiGauge.Row.of(tags, row.getDouble("value"));
                })
                .list();
    }
}
