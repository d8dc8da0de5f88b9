package org.kakehashi.platform.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends each night what has been kept long enough, in batches of their own transactions. */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 1000;

    private final List<RetentionRule> rules;
    private final RetentionSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @throws IllegalArgumentException where a period is configured for a rule that does not exist */
    Retention(
            List<RetentionRule> rules,
            RetentionSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        Set<String> names = rules.stream().map(RetentionRule::name).collect(Collectors.toSet());
        settings.periods().keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("kakehashi.retention.periods." + name
                            + " names nothing that is kept; there are "
                            + String.join(", ", names.stream().sorted().toList())
                            + ".");
                });
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Tokyo")
    public void enforce() {
        rules.forEach(this::enforce);
    }

    private void enforce(RetentionRule rule) {
        Timestamp before = Timestamp.from(ZonedDateTime.now(clock)
                .minus(settings.periods().getOrDefault(rule.name(), rule.keeps()))
                .toInstant());
        int ended = 0;
        int batch;
        do {
            batch = transaction.execute(
                    status -> jdbc.sql(rule.sql(BATCH)).param("before", before).update());
            ended += batch;
        } while (batch == BATCH);
        if (ended > 0) {
            LOG.info("Kept long enough: {} of {}", ended, rule.name());
        }
    }
}
