package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the programme cost, by fiscal year. */
@Component
@Transactional
public class ProgrammeCosts {

    private static final BigDecimal HIGHEST = new BigDecimal("999999999999999");

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    ProgrammeCosts(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** In yen, the earliest year first. */
    @Transactional(readOnly = true)
    public Map<Integer, BigDecimal> all() {
        var costs = new TreeMap<Integer, BigDecimal>();
        jdbc.sql("SELECT fiscal_year, cost_yen FROM programme_cost").query(row -> {
            costs.put(row.getInt("fiscal_year"), row.getBigDecimal("cost_yen"));
        });
        return costs;
    }

    /**
     * Enters a year's cost in place of what was entered before.
     *
     * @throws Refusal where the user is no manager, or the year or the amount cannot be
     */
    public void enter(int fiscalYear, BigDecimal yen) {
        if (!user.belongsToOneOf(Roles.MANAGERS)) {
            throw Refusal.forbidden("Managers enter what the programme cost.");
        }
        if (fiscalYear < 1990 || fiscalYear > 2200) {
            throw Refusal.invalid("The fiscal year must lie between 1990 and 2200.");
        }
        if (yen.signum() < 0 || yen.stripTrailingZeros().scale() > 0 || yen.compareTo(HIGHEST) > 0) {
            throw Refusal.invalid("Give the cost in whole yen, from 0 to " + HIGHEST + ".");
        }
        jdbc.sql("""
                        INSERT INTO programme_cost (fiscal_year, cost_yen, entered_by, entered_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (fiscal_year) DO UPDATE SET cost_yen = EXCLUDED.cost_yen,
                          entered_by = EXCLUDED.entered_by, entered_at = EXCLUDED.entered_at
                        """)
                .params(fiscalYear, yen, user.name(), Timestamp.from(clock.instant()))
                .update();
    }
}
