package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.royalties.Obligation.Kind;
import org.kakehashi.royalties.Obligation.Plan;

/** Reads from a contract's terms what it demands, and by when. */
final class ObligationPlan {

    /** The longest life of a patent, where the right is given for good. */
    private static final int LONGEST_YEARS = 20;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Predicate<String> SAYS_NONE =
            Pattern.compile("(none|なし|[-–—]?)[.。]?", Pattern.CASE_INSENSITIVE).asMatchPredicate();

    private final RoyaltySettings settings;

    ObligationPlan(RoyaltySettings settings) {
        this.settings = settings;
    }

    /**
     * @param milestones one to a line or between semicolons; each is due on the day it names, else when the first
     *     contract year is over
     */
    List<Plan> of(Contract contract, Formula formula, String milestones) {
        List<Plan> plans = new ArrayList<>();
        BigDecimal upfront = contract.price().upfrontYen();
        if (upfront.signum() > 0) {
            plans.add(new Plan(
                    Kind.UPFRONT,
                    "Upfront payment at signing",
                    null,
                    contract.signedOn().plusDays(settings.demandDays()),
                    upfront));
        }
        LocalDate begin = contract.grant().beginsOn();
        LocalDate end = contract.grant().endsOn();
        plans.addAll(running(formula, begin, begin, end(begin, end)));
        milestones
                .lines()
                .flatMap(Pattern.compile(";")::splitAsStream)
                .map(String::strip)
                .filter(SAYS_NONE.negate())
                .map(milestone -> new Plan(Kind.MILESTONE, milestone, null, milestoneDue(milestone, begin), null))
                .forEach(plans::add);
        if (end != null) {
            plans.add(renewal(end));
        }
        return plans;
    }

    /** The reports and minimums of the contract years that begin between the two days. */
    List<Plan> running(Formula formula, LocalDate begin, LocalDate from, LocalDate end) {
        List<Plan> plans = new ArrayList<>();
        for (int year = 0; begin.plusYears(year).isBefore(end); year++) {
            LocalDate first = begin.plusYears(year);
            if (first.isBefore(from)) {
                continue;
            }
            if (formula.isRunning()) {
                reports(first, plans);
            }
            if (formula.minimumAnnual().signum() > 0) {
                Period whole = new Period(first, first.plusYears(1).minusDays(1));
                plans.add(new Plan(
                        Kind.MINIMUM,
                        "Minimum of the contract year " + whole,
                        whole,
                        whole.last().plusDays(settings.paymentDays()),
                        formula.minimumAnnual()));
            }
        }
        return plans;
    }

    LocalDate end(LocalDate begin, @Nullable LocalDate end) {
        return end == null ? begin.plusYears(LONGEST_YEARS) : end;
    }

    Plan renewal(LocalDate end) {
        return new Plan(
                Kind.RENEWAL_NOTICE,
                "The contract ends on " + end + ": renew it or let it end",
                null,
                end.minusDays(settings.renewalNoticeDays()),
                null);
    }

    private void reports(LocalDate year, List<Plan> plans) {
        int months = 12 / settings.reportsPerYear();
        for (int report = 0; report < settings.reportsPerYear(); report++) {
            Period period = new Period(
                    year.plusMonths((long) months * report),
                    year.plusMonths((long) months * (report + 1)).minusDays(1));
            plans.add(new Plan(
                    Kind.ROYALTY_REPORT,
                    "Statement for " + period,
                    period,
                    period.last().plusDays(settings.reportDays()),
                    null));
        }
    }

    private static LocalDate milestoneDue(String milestone, LocalDate begin) {
        Matcher day = DAY.matcher(milestone);
        try {
            return day.find() ? LocalDate.parse(day.group()) : begin.plusYears(1);
        } catch (DateTimeParseException e) {
            return begin.plusYears(1);
        }
    }
}
