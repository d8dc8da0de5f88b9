package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.shared.Money;

/**
 * How the royalty of a period comes about, step by step.
 *
 * @param before what the earlier periods of the same contract year came to
 * @param slices the part of the sales that each rate holds for
 * @param perUnits exact, for the units made
 * @param royalty rounded as the agreement says
 * @param missing to the minimum of the contract year; none while the year goes on
 * @param payBy the day until which the royalty is paid
 * @param lateInterest that would come on top were the royalty paid today
 */
public record Computation(
        Formula formula,
        int agreementVersion,
        Period period,
        Usage before,
        Usage usage,
        List<RoyaltyTier.Slice> slices,
        BigDecimal perUnits,
        Money royalty,
        @Nullable Money missing,
        LocalDate payBy,
        Money lateInterest) {}
