package org.kakehashi.outcomes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;

/** What one contract has brought its licensee in one fiscal year. */
@Entity
@Table(name = "economic_impact")
public class EconomicImpact implements Persistable<EconomicImpact.Id> {

    /** The contract and the fiscal year, of which there is one impact. */
    @Embeddable
    public record Id(String contractNumber, int fiscalYear) implements Serializable {}

    /**
     * The figures, all of them at least zero.
     *
     * @param jobs created by the contract
     */
    @Embeddable
    public record Figures(BigDecimal salesYen, int jobs, BigDecimal investmentYen, BigDecimal costSavedYen) {

        private static final BigDecimal HIGHEST = new BigDecimal("999999999999999");

        public Figures {
            List<String> faults = new ArrayList<>();
            check("sales", salesYen, faults);
            check("investment", investmentYen, faults);
            check("cost saved", costSavedYen, faults);
            if (jobs < 0) {
                faults.add("The number of jobs cannot be negative.");
            }
            if (!faults.isEmpty()) {
                throw new Refusal(Refusal.Kind.INVALID, faults);
            }
        }

        private static void check(String what, BigDecimal yen, List<String> faults) {
            if (yen.signum() < 0) {
                faults.add("The " + what + " cannot be negative.");
            } else if (yen.stripTrailingZeros().scale() > 0) {
                faults.add("Give the " + what + " in whole yen.");
            } else if (yen.compareTo(HIGHEST) > 0) {
                faults.add("The " + what + " is too high: check the number of its zeros.");
            }
        }
    }

    @EmbeddedId
    private Id id;

    @Version
    private @Nullable Integer version;

    @Embedded
    private Figures figures;

    private LocalDate reportedOn;
    private String source;

    @SuppressWarnings("NullAway.Init")
    protected EconomicImpact() {}

    EconomicImpact(Id id, Figures figures, LocalDate reportedOn, String source) {
        this.id = id;
        report(figures, reportedOn, source);
    }

    /** Takes newer figures in place of the earlier ones. */
    final void report(Figures newer, LocalDate on, String from) {
        if (from.isBlank()) {
            throw Refusal.invalid("Say where the figures come from.");
        }
        figures = newer;
        reportedOn = on;
        source = from.strip();
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public Figures figures() {
        return figures;
    }

    public LocalDate reportedOn() {
        return reportedOn;
    }

    /** Where the figures come from, such as the licensee's answer to the inquiry. */
    public String source() {
        return source;
    }
}
