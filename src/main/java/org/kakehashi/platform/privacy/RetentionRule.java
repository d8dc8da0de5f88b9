package org.kakehashi.platform.privacy;

import java.time.Period;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;

/**
 * How long rows are kept.
 *
 * @param name as it stands in the configuration, {@code kakehashi.retention.periods.<name>}
 * @param keeps for how long unless configured
 * @param over SQL condition on a row whose time is over, in which {@code :before} is the instant that far back; false once the
 *     row has met its fate
 * @param fate that it goes, or stays without what it says of people
 */
public record RetentionRule(String name, Period keeps, String table, String over, PersonalRecords.Fate fate) {

    String sql(int batch) {
        String some = "ctid IN (SELECT ctid FROM %s WHERE %s LIMIT %d)".formatted(table, over, batch);
        if (fate instanceof Blanked blanked) {
            return "UPDATE %s SET %s WHERE %s".formatted(table, blanked.columns(), some);
        }
        if (fate instanceof Removed) {
            return "DELETE FROM %s WHERE %s".formatted(table, some);
        }
        throw new IllegalStateException(name + ": what is kept for ever needs no rule");
    }
}
