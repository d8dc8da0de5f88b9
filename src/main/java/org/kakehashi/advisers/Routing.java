package org.kakehashi.advisers;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;

/** The words of routing: what is asked for, among whom the programme chooses, and what comes out. */
public final class Routing {

    private Routing() {}

    /** What the adviser is wanted for. */
    public enum CaseKind {
        SEED,
        NEED,
        LICENSING_CASE,
        CONSULTATION
    }

    /**
     * Who is looked for.
     *
     * @param adviserKind of the adviser
     * @param side of the case, or of a record before there is a case
     * @param prefecture of the organisation; none where it is abroad
     * @param fields of the technology; may be empty
     * @param language in which the organisation wants to talk; none where it does not matter
     * @param excluded users who should not be chosen while there is anybody else
     * @param organisations that take part: who is tied to one of them is never chosen
     */
    public record Request(
            Adviser.Kind adviserKind,
            CaseKind caseKind,
            Side side,
            @Nullable Prefecture prefecture,
            Set<TechnologyField> fields,
            @Nullable String language,
            Set<String> excluded,
            Set<UUID> organisations) {

        /** For a record of that side: a seed of a licensor, a need of a licensee. */
        public Request(
                Side side,
                @Nullable Prefecture prefecture,
                Set<TechnologyField> fields,
                @Nullable String language,
                Set<String> excluded) {
            this(
                    Adviser.Kind.PATENT_LICENSING,
                    side == Side.LICENSOR ? CaseKind.SEED : CaseKind.NEED,
                    side,
                    prefecture,
                    fields,
                    language,
                    excluded,
                    Set.of());
        }

        /** The same where these organisations take part. */
        public Request among(CaseKind kind, Set<UUID> parties) {
            return new Request(adviserKind, kind, side, prefecture, fields, language, excluded, parties);
        }

        /** The same, and these users only where there is nobody else. */
        public Request without(Set<String> users) {
            return new Request(adviserKind, caseKind, side, prefecture, fields, language, users, organisations);
        }
    }

    /** Among whom the least loaded is chosen. */
    public enum Pool {
        SAME_PREFECTURE_AND_FIELD,
        SAME_PREFECTURE,
        SAME_REGION_AND_FIELD,
        SAME_REGION,
        FIELD_AND_LANGUAGE,
        LANGUAGE,
        /** Everybody who is not tied, were they absent or fully loaded. */
        ANY
    }

    /** A pool and why it. */
    public record Decision(Pool pool, String reason) {}

    /** An adviser and why this one. */
    public record Choice(String userId, String reason) {}

    /** The programme's rule, by which a pool is taken. */
    public interface Policy {

        /** @param filled the pools in which somebody is free */
        Decision decide(Request request, Set<Pool> filled);
    }
}
