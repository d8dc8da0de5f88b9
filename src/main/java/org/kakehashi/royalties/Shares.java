package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;

/** The shares of a contract's patents, which total exactly 100 %. */
public record Shares(List<Share> all) {

    private static final Pattern LINE = Pattern.compile("(\\S.*?)[\\s:,]+(-?\\d{1,5}(?:\\.\\d{1,5})?)\\s*[%％]?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Shares {
        List<String> faults = new ArrayList<>();
        for (Share share : all) {
            if (StringUtils.isBlank(share.patent())) {
                faults.add("Name the patent of each share.");
            }
            if (share.percent().signum() <= 0) {
                faults.add("The share of " + share.patent() + " must be above 0 %.");
            }
            if (share.percent().stripTrailingZeros().scale() > 2) {
                faults.add("Give the share of " + share.patent() + " with at most two decimals.");
            }
        }
        if (all.stream().map(Share::patent).distinct().count() < all.size()) {
            faults.add("Name each patent once.");
        }
        BigDecimal total = all.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(HUNDRED) != 0) {
            faults.add("The shares total %s %%: they must total exactly 100 %%."
                    .formatted(total.stripTrailingZeros().toPlainString()));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        all = List.copyOf(all);
    }

    /**
     * Reads shares that are typed one to a line, the percentage last, such as {@code JP 7123456 33.34 %}.
     *
     * @throws Refusal where a line is something else, or the shares do not total 100 %
     */
    public static Shares read(String lines) {
        return new Shares(lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Shares::share)
                .toList());
    }

    private static Share share(String line) {
        Matcher share = LINE.matcher(line);
        if (!share.matches()) {
            throw Refusal.invalid(
                    "\"" + line + "\" is no share: give a patent and its percentage, such as JP 7123456 33.34.");
        }
        return new Share(share.group(1), new BigDecimal(share.group(2)));
    }

    /**
     * Splits an amount by patent. Each part is cut to the currency's smallest unit; what is left over goes one by one to
     * the parts that lost most, so that the parts sum to the whole.
     */
    public Map<String, Money> split(Money whole) {
        int decimals = whole.currency().getDefaultFractionDigits();
        List<BigDecimal> exact = all.stream()
                .map(share -> whole.amount()
                        .movePointRight(decimals)
                        .multiply(share.percent())
                        .movePointLeft(2))
                .toList();
        long[] parts = exact.stream().mapToLong(BigDecimal::longValue).toArray();
        long left = whole.amount().movePointRight(decimals).longValueExact()
                - IntStream.range(0, parts.length)
                        .mapToLong(index -> parts[index])
                        .sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> exact.get(index).remainder(BigDecimal.ONE))
                        .reversed())
                .limit(left)
                .forEach(index -> parts[index]++);
        Map<String, Money> split = new LinkedHashMap<>();
        for (int index = 0; index < parts.length; index++) {
            split.put(all.get(index).patent(), new Money(BigDecimal.valueOf(parts[index], decimals), whole.currency()));
        }
        return split;
    }
}
