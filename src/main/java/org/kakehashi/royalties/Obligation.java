package org.kakehashi.royalties;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.Persistable;

/** Something that a contract demands by a day. */
@Entity
@Table(name = "obligation")
public class Obligation implements Persistable<String> {

    /** What is demanded. */
    public enum Kind {
        UPFRONT("Upfront payment", Demand.MONEY, Side.LICENSEE),
        ROYALTY_REPORT("Royalty report", Demand.STATEMENT, Side.LICENSEE),
        ROYALTY("Royalty", Demand.MONEY, Side.LICENSEE),
        MINIMUM("Yearly minimum", Demand.MONEY, Side.LICENSEE),
        INTEREST("Late interest", Demand.MONEY, Side.LICENSEE),
        MILESTONE("Milestone", Demand.DEED, Side.LICENSEE),
        RENEWAL_NOTICE("Renewal notice", Demand.DEED, Side.LICENSOR, Side.LICENSEE),
        AUDIT("Audit of the books", Demand.AUDIT),
        AUDIT_COST("Cost of the audit", Demand.MONEY, Side.LICENSEE);

        private final String english;
        private final Demand demand;
        private final List<Side> obliged;

        Kind(String english, Demand demand, Side... obliged) {
            this.english = english;
            this.demand = demand;
            this.obliged = List.of(obliged);
        }

        /** The parties that it is demanded of; none where the programme sees to it. */
        public List<Side> obliged() {
            return obliged;
        }

        public String english() {
            return english;
        }

        public Demand demand() {
            return demand;
        }
    }

    /** By what it is settled. */
    public enum Demand {
        STATEMENT,
        MONEY,
        DEED,
        AUDIT
    }

    /** Whether it is still demanded. */
    public enum Status {
        OPEN,
        SETTLED,
        CANCELLED
    }

    /** It is no longer open, whoever settled it. */
    public record Closed(String number, String contractNumber) {}

    /**
     * What is planned.
     *
     * @param period that it is about; none where it is about none
     * @param amount none where it is not settled by money
     */
    record Plan(
            Kind kind,
            String subject,
            @Nullable Period period,
            LocalDate dueOn,
            @Nullable BigDecimal amount) {}

    @Id
    private String number;

    @Version
    private @Nullable Integer version;

    private String contractNumber;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;
    private @Nullable LocalDate periodFrom;
    private @Nullable LocalDate periodTo;
    private LocalDate dueOn;
    private @Nullable BigDecimal amount;
    private Currency currency;

    @Enumerated(EnumType.STRING)
    private Status status;

    private boolean watched;
    private @Nullable LocalDate settledOn;
    private String note;

    @SuppressWarnings("NullAway.Init")
    protected Obligation() {}

    Obligation(String number, String contractNumber, Plan plan, Currency currency) {
        this.number = number;
        this.contractNumber = contractNumber;
        this.kind = plan.kind();
        this.subject = plan.subject();
        if (plan.period() != null) {
            this.periodFrom = plan.period().first();
            this.periodTo = plan.period().last();
        }
        this.dueOn = plan.dueOn();
        this.amount = plan.amount();
        this.currency = currency;
        this.status = Status.OPEN;
        this.note = "";
    }

    void watch() {
        watched = true;
    }

    /** The year has brought more than nothing: only what is missing to the minimum is still owed. */
    void owesOnly(Money missing) {
        amount = missing.amount();
    }

    void settle(LocalDate day, String how) {
        expectOpen();
        status = Status.SETTLED;
        settledOn = day;
        note = how.strip();
    }

    void cancel(LocalDate day, String why) {
        expectOpen();
        status = Status.CANCELLED;
        settledOn = day;
        note = why.strip();
    }

    void expectOpen() {
        if (status != Status.OPEN) {
            throw Refusal.conflict("Obligation %s (%s) is %s since %s."
                    .formatted(number, kind.english(), status.name().toLowerCase(Locale.ROOT), settledOn));
        }
    }

    void expect(Demand demand) {
        if (kind.demand() != demand) {
            throw Refusal.invalid("Obligation %s asks for something else, %s: %s"
                    .formatted(
                            number,
                            kind.english().toLowerCase(Locale.ROOT),
                            switch (kind.demand()) {
                                case STATEMENT -> "enter its statement.";
                                case MONEY -> "record what was paid.";
                                case DEED -> "say what was done.";
                                case AUDIT -> "record what the audit found.";
                            }));
        }
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && today.isAfter(dueOn);
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public String number() {
        return number;
    }

    public String contractNumber() {
        return contractNumber;
    }

    public Kind kind() {
        return kind;
    }

    /** What it is about in words. */
    public String subject() {
        return subject;
    }

    public Optional<Period> period() {
        return periodFrom == null || periodTo == null
                ? Optional.empty()
                : Optional.of(new Period(periodFrom, periodTo));
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Optional<Money> amount() {
        return Optional.ofNullable(amount).map(owed -> new Money(owed, currency));
    }

    public Status status() {
        return status;
    }

    public @Nullable LocalDate settledOn() {
        return settledOn;
    }

    /** How it was settled or why it is demanded no longer; empty while it is open. */
    public String note() {
        return note;
    }
}
