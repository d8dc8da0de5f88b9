package org.kakehashi.contract;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.GateRule;

/**
 * A restraint in agreed terms, and what antitrust law says of it.
 *
 * @param level none until the decision table has been asked
 */
@Embeddable
public record Finding(
        @Enumerated(EnumType.STRING) Restraint restraint,
        @Enumerated(EnumType.STRING) @Nullable Level level,
        @Nullable String reason,
        @Nullable String source,
        @Nullable String liftedBy) {

    /** How antitrust law takes a clause, mildest first. */
    public enum Level {
        FINE("Fine"),
        REASON("Needs a reason"),
        BLOCK("Blocked");

        private final String english;

        Level(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    public Finding(Restraint restraint, Level level, GateRule rule) {
        this(restraint, level, rule.reason(), rule.source(), rule.liftedBy());
    }

    /** What the table says; none until it has been asked. */
    Optional<GateRule> rule() {
        return reason == null || source == null || liftedBy == null
                ? Optional.empty()
                : Optional.of(new GateRule(reason, source, liftedBy));
    }

    static Finding of(Restraint restraint) {
        return new Finding(restraint, null, null, null, null);
    }
}
