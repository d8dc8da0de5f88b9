package org.kakehashi.royalties;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kakehashi.shared.Refusal;

/**
 * How much a licensee has used the right: what it earned with it, and how many units it made.
 *
 * @param netSales in the agreement's currency
 */
@Embeddable
public record Usage(BigDecimal netSales, long units) {

    private static final BigDecimal HIGHEST = new BigDecimal("999999999999999");

    private static final long MOST_UNITS = 999_999_999_999L;

    static final Usage NONE = new Usage(BigDecimal.ZERO, 0);

    public Usage {
        List<String> faults = new ArrayList<>();
        if (netSales.signum() < 0) {
            faults.add("The net sales cannot be negative.");
        } else if (netSales.compareTo(HIGHEST) > 0) {
            faults.add("The net sales are too high: check the number of their zeros.");
        } else if (netSales.stripTrailingZeros().scale() > 2) {
            faults.add("Give the net sales with at most two decimals.");
        }
        if (units < 0) {
            faults.add("The number of units cannot be negative.");
        } else if (units > MOST_UNITS) {
            faults.add("The number of units is too high: check the number of its zeros.");
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        netSales = netSales.setScale(2);
    }

    Usage plus(Usage other) {
        return new Usage(netSales.add(other.netSales), Math.addExact(units, other.units));
    }
}
