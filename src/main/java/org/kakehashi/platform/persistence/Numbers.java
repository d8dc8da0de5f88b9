package org.kakehashi.platform.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kakehashi.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out case numbers, one PostgreSQL sequence per kind: no lock, no collision, gaps where a transaction fails. */
@Component
public class Numbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Numbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String next(CaseNumber.Kind kind) {
        return next(kind, 1).get(0);
    }

    /** As many numbers as asked for, in one round trip. */
    public List<String> next(CaseNumber.Kind kind, int count) {
        int year = LocalDate.now(clock).getYear();
        return jdbc
                .sql("SELECT nextval(CAST(? AS regclass)) FROM generate_series(1, ?)")
                .params(kind.name().toLowerCase(Locale.ROOT) + "_number", count)
                .query(Long.class)
                .list()
                .stream()
                .map(running -> new CaseNumber(kind, year, running).toString())
                .toList();
    }
}
