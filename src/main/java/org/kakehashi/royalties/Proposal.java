package org.kakehashi.royalties;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

/**
 * What shall change in a contract.
 *
 * @param effectiveOn first day on which it holds
 * @param endsOn first day on which the contract shall be over
 * @param percent of net sales from then on
 * @param perUnit from then on
 * @param minimumAnnual from then on
 * @param side whose place somebody else takes
 * @param successor name of who takes it
 * @param successorOrganisation in the directory
 */
@Embeddable
public record Proposal(
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal perUnit,
        @Nullable BigDecimal minimumAnnual,
        @Enumerated(EnumType.STRING) @Nullable Side side,
        @Nullable String successor,
        @Nullable UUID successorOrganisation,
        String reason) {

    public Proposal {
        if (StringUtils.isBlank(reason)) {
            throw Refusal.invalid("Say why the contract shall change.");
        }
    }

    /** The contract ends on another day, later or earlier. */
    public static Proposal end(LocalDate endsOn, String reason) {
        return new Proposal(null, endsOn, null, null, null, null, null, null, reason);
    }

    /** Somebody takes the place of a party. */
    public static Proposal assignment(LocalDate effectiveOn, Side side, Organisation successor, String reason) {
        return new Proposal(effectiveOn, null, null, null, null, side, successor.name(), successor.id(), reason);
    }

    /** The formula that it makes of the one in force. */
    Formula applied(Formula formula) {
        return new Formula(
                formula.currency(),
                percent == null ? formula.percent() : percent,
                formula.tiers(),
                perUnit == null ? formula.perUnit() : perUnit,
                minimumAnnual == null ? formula.minimumAnnual() : minimumAnnual,
                formula.lateInterestPercent(),
                formula.auditCostPercent(),
                formula.rounding());
    }
}
