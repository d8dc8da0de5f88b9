package org.kakehashi.advisers;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;

/** The words of routing: what is asked for, among whom the programme chooses, and what comes out. */
public final class Routing {

    private Routing() {}

    /**
     * Who is looked for.
     *
     * @param side of the case, or of a record before there is a case
     * @param prefecture of the organisation; none where it is abroad
     * @param fields of the technology; may be empty
     * @param language in which the organisation wants to talk; none where it does not matter
     * @param excluded users who should not be chosen
     */
    public record Request(
            Side side,
            @Nullable Prefecture prefecture,
            Set<TechnologyField> fields,
            @Nullable String language,
            Set<String> excluded) {}

    /** Among whom the least loaded is chosen. */
    public enum Pool {
        SAME_PREFECTURE_AND_FIELD,
        SAME_PREFECTURE,
        SAME_REGION_AND_FIELD,
        SAME_REGION,
        ANY
    }

    /** A pool and why it. */
    public record Decision(Pool pool, String reason) {}

    /** An adviser and why this one. */
    public record Choice(String userId, String reason) {}

    /** The programme's rule, by which a pool is taken. */
    public interface Policy {

        /** @param filled the pools in which somebody is free */
        Decision decide(Set<Pool> filled);
    }
}
