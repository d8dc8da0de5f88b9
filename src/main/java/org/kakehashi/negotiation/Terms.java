package org.kakehashi.negotiation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;

/**
 * What one offer says, clause by clause. An assignment needs neither acts nor a term: all goes, for good.
 *
 * @param termYears from the signing on
 * @param upfrontYen paid once at signing; 0 where nothing is
 * @param royaltyPercent of net sales; 0 where nothing is
 * @param royaltyTiers other rates for the part of a year's net sales above an amount, lowest amount first
 * @param minimumAnnualYen paid each year at least; 0 where nothing is
 */
@Embeddable
public record Terms(
        @Enumerated(EnumType.STRING) @Nullable LicenceKind licenceKind,
        String fieldOfUse,
        String territory,
        @Convert(converter = NamesInColumn.Acts.class) Set<Act> acts,
        @Nullable Integer termYears,
        @Enumerated(EnumType.STRING) @Nullable Sublicensing sublicensing,
        @Nullable BigDecimal upfrontYen,
        @Nullable BigDecimal royaltyPercent,
        @Convert(converter = RoyaltyTier.Column.class) List<RoyaltyTier> royaltyTiers,
        @Nullable BigDecimal minimumAnnualYen,
        String milestones,
        String patentCosts,
        String improvements,
        String confidentiality,
        String warranties,
        String audit,
        String termination,
        String governingLaw) {

    private static final int LONGEST_TERM = 50;
    private static final int LONGEST_TEXT = 2000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("999999999999");

    public Terms {
        fieldOfUse = StringUtils.defaultString(fieldOfUse).strip();
        territory = StringUtils.defaultString(territory).strip();
        royaltyTiers = royaltyTiers == null ? List.of() : List.copyOf(royaltyTiers);
        acts = acts == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(acts));
        milestones = StringUtils.defaultString(milestones).strip();
        patentCosts = StringUtils.defaultString(patentCosts).strip();
        confidentiality = StringUtils.defaultString(confidentiality).strip();
        improvements = StringUtils.defaultString(improvements).strip();
        warranties = StringUtils.defaultString(warranties).strip();
        audit = StringUtils.defaultString(audit).strip();
        termination = StringUtils.defaultString(termination).strip();
        governingLaw = StringUtils.defaultString(governingLaw).strip();
    }

    /** Whether both say the same on every clause. */
    public boolean sameAs(Terms other) {
        return Arrays.stream(Clause.values())
                .allMatch(clause -> clause.position(this).equals(clause.position(other)));
    }

    /** What is wrong with the terms, in sentences; empty where they can be offered. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        checkGrant(faults::add);
        checkMoney(faults::add);
        for (Clause clause : Clause.values()) {
            if (clause.position(this).length() > LONGEST_TEXT) {
                faults.add("%s: say it in at most %d characters.".formatted(clause.english(), LONGEST_TEXT));
            }
        }
        return faults;
    }

    /** @throws Refusal with all faults at once */
    public Terms checked() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        return this;
    }

    /** What the licensee pays in any case: the upfront payment and the minimum of each year of the term. */
    public BigDecimal guaranteedYen() {
        BigDecimal years = BigDecimal.valueOf(termYears == null ? 1 : termYears);
        return orZero(upfrontYen).add(orZero(minimumAnnualYen).multiply(years));
    }

    /** The royalty on a year's net sales, tier by tier, before rounding and before any yearly minimum. */
    public BigDecimal royaltyOn(BigDecimal salesYen) {
        return RoyaltyTier.slices(orZero(royaltyPercent), royaltyTiers, BigDecimal.ZERO, salesYen).stream()
                .map(RoyaltyTier.Slice::royalty)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the right shuts out other licensees. */
    @JsonIgnore
    public boolean isExclusive() {
        return licenceKind != null && licenceKind.isExclusive();
    }

    private boolean isAssignment() {
        return licenceKind == LicenceKind.ASSIGNMENT;
    }

    private void checkGrant(Consumer<String> fault) {
        if (licenceKind == null) {
            fault.accept("Choose the kind of licence.");
        }
        if (fieldOfUse.isEmpty()) {
            fault.accept("Say for which field of use the right is given.");
        }
        if (territory.isEmpty()) {
            fault.accept("Say in which territory the right is given.");
        }
        if (acts.isEmpty() && !isAssignment()) {
            fault.accept("Choose at least one act: make, use, sell or import.");
        }
        if (termYears == null) {
            if (!isAssignment()) {
                fault.accept("Say for how many years the right is given.");
            }
        } else if (termYears < 1) {
            fault.accept("The term ends before it begins: give it at least 1 year.");
        } else if (termYears > LONGEST_TERM) {
            fault.accept("A term of %d years is too long: give it at most %d.".formatted(termYears, LONGEST_TERM));
        }
        if (sublicensing == null) {
            fault.accept("Choose whether the licensee may sublicense.");
        }
    }

    private void checkMoney(Consumer<String> fault) {
        checkAmount("upfront payment", upfrontYen, fault);
        if (royaltyPercent == null) {
            fault.accept("Give the running royalty in percent, 0 where there is none.");
        } else if (royaltyPercent.signum() < 0) {
            fault.accept("The running royalty cannot be negative.");
        } else if (royaltyPercent.compareTo(HUNDRED) > 0) {
            fault.accept("A running royalty of %s %% is more than all of the sales: give at most 100 %%."
                    .formatted(royaltyPercent.toPlainString()));
        } else if (royaltyPercent.stripTrailingZeros().scale() > 2) {
            fault.accept("Give the running royalty with at most two decimals.");
        }
        RoyaltyTier.check(royaltyTiers, fault);
        checkAmount("yearly minimum", minimumAnnualYen, fault);
    }

    private static void checkAmount(String what, @Nullable BigDecimal yen, Consumer<String> fault) {
        if (yen == null) {
            fault.accept("Give the %s in yen, 0 where there is none.".formatted(what));
        } else if (yen.signum() < 0) {
            fault.accept("The %s cannot be negative.".formatted(what));
        } else if (yen.stripTrailingZeros().scale() > 0) {
            fault.accept("Give the %s in whole yen.".formatted(what));
        } else if (yen.compareTo(HIGHEST_AMOUNT) > 0) {
            fault.accept("The %s is too high: check the number of its zeros.".formatted(what));
        }
    }

    private static BigDecimal orZero(@Nullable BigDecimal yen) {
        return yen == null ? BigDecimal.ZERO : yen;
    }
}
