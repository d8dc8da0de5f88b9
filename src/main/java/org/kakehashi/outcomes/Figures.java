package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.EnumUtils;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Misfigures.Fault;
import org.kakehashi.outcomes.Misfigures.Field;

/**
 * What one contract has brought its licensee in one fiscal year. Amounts are in the currency; none is negative.
 *
 * @param sales of what was made or done under the licence
 * @param jobs created by the contract
 * @param investment made for it
 * @param costSaved by it
 * @param furtherLicences that followed from it, between the same parties or given on
 * @param unusedReason where nothing came of it yet
 * @param note anything else, in the licensee's words
 */
public record Figures(
        Currency currency,
        BigDecimal sales,
        int jobs,
        BigDecimal investment,
        BigDecimal costSaved,
        int furtherLicences,
        @Nullable UnusedReason unusedReason,
        String note) {

    public static final Currency YEN = Currency.getInstance("JPY");

    /** The currencies that the questionnaire offers; the yen first. */
    public static final List<String> CURRENCIES =
            List.of("JPY", "USD", "EUR", "GBP", "CHF", "CNY", "KRW", "TWD", "SGD", "THB", "INR", "AUD", "CAD");

    private static final BigDecimal HIGHEST = new BigDecimal("999999999999999");
    private static final int MOST = 1_000_000;

    /** @throws Misfigures where a figure cannot be */
    public Figures {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        check(Field.SALES, sales, currency, faults);
        check(Field.INVESTMENT, investment, currency, faults);
        check(Field.COST_SAVED, costSaved, currency, faults);
        check(Field.JOBS, jobs, faults);
        check(Field.FURTHER_LICENCES, furtherLicences, faults);
        if (!faults.isEmpty()) {
            throw new Misfigures(faults);
        }
        sales = scaled(sales, currency);
        investment = scaled(investment, currency);
        costSaved = scaled(costSaved, currency);
        note = note.strip();
    }

    private boolean isNothing() {
        return sales.signum() + investment.signum() + costSaved.signum() + jobs + furtherLicences == 0;
    }

    private static BigDecimal scaled(BigDecimal amount, Currency currency) {
        return amount.setScale(currency.getDefaultFractionDigits());
    }

    private static void check(Field field, BigDecimal amount, Currency currency, Map<Field, Fault> faults) {
        if (amount.signum() < 0) {
            faults.put(field, Fault.NEGATIVE);
        } else if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            faults.put(field, Fault.DECIMALS);
        } else if (amount.compareTo(HIGHEST) > 0) {
            faults.put(field, Fault.TOO_HIGH);
        }
    }

    private static void check(Field field, int count, Map<Field, Fault> faults) {
        if (count < 0) {
            faults.put(field, Fault.NEGATIVE);
        } else if (count > MOST) {
            faults.put(field, Fault.TOO_HIGH);
        }
    }

    /** Figures as they were typed, word for word. */
    public record Entry(
            @Nullable String currency,
            @Nullable String sales,
            @Nullable String jobs,
            @Nullable String investment,
            @Nullable String costSaved,
            @Nullable String furtherLicences,
            @Nullable String unusedReason,
            @Nullable String note) {

        public static final Entry EMPTY = new Entry("JPY", null, null, null, null, null, null, null);

        public static Entry of(Figures figures) {
            return new Entry(
                    figures.currency.getCurrencyCode(),
                    figures.sales.toPlainString(),
                    String.valueOf(figures.jobs),
                    figures.investment.toPlainString(),
                    figures.costSaved.toPlainString(),
                    String.valueOf(figures.furtherLicences),
                    figures.unusedReason == null ? "" : figures.unusedReason.name(),
                    figures.note);
        }

        /** @throws Misfigures where something is missing or cannot be; all faults at once */
        public Figures figures() {
            Map<Field, Fault> faults = new EnumMap<>(Field.class);
            Currency money = CURRENCIES.contains(currency) ? Currency.getInstance(currency) : YEN;
            if (!CURRENCIES.contains(currency)) {
                faults.put(Field.CURRENCY, Fault.UNKNOWN);
            }
            BigDecimal sold = number(Field.SALES, sales, faults);
            BigDecimal invested = number(Field.INVESTMENT, investment, faults);
            BigDecimal saved = number(Field.COST_SAVED, costSaved, faults);
            int created = whole(Field.JOBS, jobs, faults);
            int further = whole(Field.FURTHER_LICENCES, furtherLicences, faults);
            UnusedReason reason = EnumUtils.getEnum(UnusedReason.class, unusedReason);
            if (reason == null && StringUtils.isNotBlank(unusedReason)) {
                faults.put(Field.UNUSED_REASON, Fault.UNKNOWN);
            }
            try {
                var read = new Figures(
                        money, sold, created, invested, saved, further, reason, StringUtils.defaultString(note));
                if (faults.isEmpty() && reason == null && read.isNothing()) {
                    faults.put(Field.UNUSED_REASON, Fault.NOTHING);
                }
                if (faults.isEmpty()) {
                    return read;
                }
            } catch (Misfigures more) {
                more.faults().forEach(faults::putIfAbsent);
            }
            throw new Misfigures(faults);
        }

        /** Full-width digits, blanks and commas between thousands are read as people mean them. */
        private static BigDecimal number(Field field, @Nullable String typed, Map<Field, Fault> faults) {
            String plain = Normalizer.normalize(StringUtils.defaultString(typed), Normalizer.Form.NFKC)
                    .replaceAll("[\\s,]", "")
                    .replace('−', '-');
            if (plain.isEmpty()) {
                faults.put(field, Fault.MISSING);
            } else if (!plain.matches("[+-]?\\d{1,40}(\\.\\d{1,20})?")) {
                faults.put(field, Fault.NO_NUMBER);
            } else {
                return new BigDecimal(plain);
            }
            return BigDecimal.ZERO;
        }

        private static int whole(Field field, @Nullable String typed, Map<Field, Fault> faults) {
            BigDecimal number = number(field, typed, faults);
            if (number.stripTrailingZeros().scale() > 0) {
                faults.put(field, Fault.DECIMALS);
                return 0;
            }
            return number.abs().compareTo(BigDecimal.valueOf(MOST)) > 0
                    ? number.signum() * (MOST + 1)
                    : number.intValueExact();
        }
    }
}
