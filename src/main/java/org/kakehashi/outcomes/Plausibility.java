package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whether figures can be believed, by what is known besides. */
final class Plausibility {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal NEARLY = new BigDecimal("0.6");
    private static final BigDecimal WELL = new BigDecimal("1.7");

    /**
     * @param yearly times by which sales may rise or fall from one year to the next
     * @param statedPercent by which sales may differ from those stated for the royalties
     * @param leastYen below which sales of a year are asked about
     * @param mostYen above which an amount of a year is asked about
     * @param yenPerJob sales and investment that a job brings at least, where there are ten or more
     */
    @ConfigurationProperties("kakehashi.outcomes.plausibility")
    record Limits(
            @DefaultValue("10") BigDecimal yearly,
            @DefaultValue("25") BigDecimal statedPercent,
            @DefaultValue("50000") BigDecimal leastYen,
            @DefaultValue("100000000000") BigDecimal mostYen,
            @DefaultValue("300000") BigDecimal yenPerJob) {}

    private Plausibility() {}

    /**
     * @param lastYear the latest earlier answer, of the year before
     * @param stated sales stated for the royalties of the same time, where they cover it; they weigh more than last year's
     */
    static List<Doubt> doubts(Figures figures, @Nullable Figures lastYear, @Nullable Money stated, Limits limits) {
        List<Doubt> doubts = new ArrayList<>();
        Money sales = new Money(figures.sales(), figures.currency());
        if (lastYear != null && !lastYear.currency().equals(figures.currency())) {
            doubts.add(Doubt.of(Doubt.Kind.OTHER_CURRENCY, figures.currency(), lastYear.currency()));
        }
        if (stated != null && isComparable(sales, stated)) {
            againstStated(sales, stated, limits, doubts);
        } else if (doubts.isEmpty()) {
            againstLastYear(sales, lastYear, limits, doubts);
            if (doubts.isEmpty() && isTiny(sales, limits)) {
                doubts.add(Doubt.of(Doubt.Kind.TINY, sales));
            }
        }
        if (figures.currency().equals(Figures.YEN)) {
            inYen(figures, limits, doubts);
        }
        if (figures.jobs() > 0
                && figures.sales().signum() + figures.investment().signum() == 0) {
            doubts.add(Doubt.of(Doubt.Kind.JOBS_WITHOUT_MONEY, figures.jobs()));
        }
        return doubts;
    }

    private static boolean isComparable(Money sales, Money stated) {
        return stated.currency().equals(sales.currency()) && stated.amount().signum() > 0;
    }

    private static boolean isTiny(Money sales, Limits limits) {
        return sales.currency().equals(Figures.YEN)
                && sales.amount().signum() > 0
                && sales.amount().compareTo(limits.leastYen()) < 0;
    }

    private static void againstStated(Money sales, Money stated, Limits limits, List<Doubt> doubts) {
        if (isThousandTimes(stated, sales)) {
            doubts.add(Doubt.of(Doubt.Kind.THOUSANDTH_OF_STATED, sales, stated));
        } else if (isThousandTimes(sales, stated)) {
            doubts.add(Doubt.of(Doubt.Kind.THOUSAND_TIMES_STATED, sales, stated));
        } else {
            BigDecimal allowed =
                    stated.amount().multiply(limits.statedPercent()).movePointLeft(2);
            if (sales.amount().subtract(stated.amount()).abs().compareTo(allowed) > 0) {
                doubts.add(Doubt.of(Doubt.Kind.OTHER_THAN_STATED, sales, stated));
            }
        }
    }

    private static void againstLastYear(Money sales, @Nullable Figures lastYear, Limits limits, List<Doubt> doubts) {
        if (lastYear == null || lastYear.sales().signum() == 0 || sales.amount().signum() == 0) {
            return;
        }
        Money before = new Money(lastYear.sales(), lastYear.currency());
        if (isThousandTimes(before, sales)) {
            doubts.add(Doubt.of(Doubt.Kind.THOUSANDTH_OF_LAST_YEAR, sales, before));
        } else if (isThousandTimes(sales, before)) {
            doubts.add(Doubt.of(Doubt.Kind.THOUSAND_TIMES_LAST_YEAR, sales, before));
        } else if (sales.amount().compareTo(before.amount().multiply(limits.yearly())) > 0) {
            doubts.add(Doubt.of(Doubt.Kind.FAR_ABOVE_LAST_YEAR, sales, before));
        } else if (before.amount().compareTo(sales.amount().multiply(limits.yearly())) > 0) {
            doubts.add(Doubt.of(Doubt.Kind.FAR_BELOW_LAST_YEAR, sales, before));
        }
    }

    private static void inYen(Figures figures, Limits limits, List<Doubt> doubts) {
        Money sales = new Money(figures.sales(), Figures.YEN);
        for (BigDecimal amount : List.of(figures.sales(), figures.investment(), figures.costSaved())) {
            if (amount.compareTo(limits.mostYen()) > 0) {
                doubts.add(Doubt.of(Doubt.Kind.HUGE, new Money(amount, Figures.YEN)));
            }
        }
        BigDecimal money = figures.sales().add(figures.investment());
        if (figures.jobs() >= 10
                && money.signum() > 0
                && money.compareTo(limits.yenPerJob().multiply(BigDecimal.valueOf(figures.jobs()))) < 0) {
            doubts.add(Doubt.of(
                    Doubt.Kind.JOBS_FOR_LITTLE, figures.jobs(), sales, new Money(figures.investment(), Figures.YEN)));
        }
    }

    private static boolean isThousandTimes(Money one, Money other) {
        if (other.amount().signum() == 0) {
            return false;
        }
        BigDecimal times = one.amount().divide(other.amount(), MathContext.DECIMAL64);
        return times.compareTo(THOUSAND.multiply(NEARLY)) >= 0 && times.compareTo(THOUSAND.multiply(WELL)) <= 0;
    }
}
