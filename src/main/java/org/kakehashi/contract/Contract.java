package org.kakehashi.contract;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Persistable;

/** A contract that both parties have signed, from its signing until a manager confirms that it counts. */
@Entity
@Table(name = "contract")
public class Contract implements Persistable<String> {

    /** How far the contract has come; one is void where its case ended before it counted. */
    public enum Status {
        SIGNED("Signed"),
        REGISTERED("Registered at the patent office"),
        REPORTED("Reported as concluded"),
        CONFIRMED("Confirmed"),
        VOID("Void");

        private final String english;

        Status(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** Both parties have signed, and the right stands in the register. */
    public record Signed(String contractNumber, String caseNumber, String seedNumber, boolean exclusive) {}

    /** The patent office's receipt has arrived. */
    public record ReceiptArrived(String contractNumber, String caseNumber) {}

    /** A manager has confirmed that the contract counts. */
    public record Confirmed(String contractNumber, String caseNumber) {}

    /**
     * The parties and the case a contract stands on.
     *
     * @param patentGranted whether a patent is granted yet, or only applied for
     */
    record Basis(
            String caseNumber,
            String seedNumber,
            String needNumber,
            boolean patentGranted,
            Set<TechnologyField> fields,
            ContractParty licensor,
            ContractParty licensee) {}

    @Id
    private String number;

    @Version
    private @Nullable Integer version;

    private String caseNumber;
    private String seedNumber;
    private String needNumber;
    private boolean patentGranted;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "smallint[]")
    private List<Short> technologyFields;

    @Embedded
    @AttributeOverride(name = "organisation", column = @Column(name = "licensor_organisation"))
    @AttributeOverride(name = "name", column = @Column(name = "licensor_name"))
    @AttributeOverride(name = "type", column = @Column(name = "licensor_type"))
    @AttributeOverride(name = "prefecture", column = @Column(name = "licensor_prefecture"))
    private ContractParty licensor;

    @Embedded
    @AttributeOverride(name = "organisation", column = @Column(name = "licensee_organisation"))
    @AttributeOverride(name = "name", column = @Column(name = "licensee_name"))
    @AttributeOverride(name = "type", column = @Column(name = "licensee_type"))
    @AttributeOverride(name = "prefecture", column = @Column(name = "licensee_prefecture"))
    private ContractParty licensee;

    @Embedded
    private Grant right;

    @Embedded
    private Price price;

    private LocalDate signedOn;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Integer sealedDocument;
    private @Nullable String sealedSha256;
    private @Nullable LocalDate filedOn;
    private @Nullable Integer stampDutyYen;
    private @Nullable String receiptNumber;
    private @Nullable LocalDate receivedOn;
    private @Nullable String report;
    private @Nullable String reportedBy;
    private @Nullable Instant reportedAt;
    private @Nullable String confirmedBy;
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected Contract() {}

    /** @param stampDutyYen on its deed; none where that bears none */
    Contract(String number, Basis basis, Grant right, Price price, LocalDate signedOn, @Nullable Integer stampDutyYen) {
        this.number = number;
        this.caseNumber = basis.caseNumber();
        this.seedNumber = basis.seedNumber();
        this.needNumber = basis.needNumber();
        this.patentGranted = basis.patentGranted();
        this.technologyFields = basis.fields().stream()
                .map(field -> (short) field.number())
                .sorted()
                .toList();
        this.licensor = basis.licensor();
        this.licensee = basis.licensee();
        this.right = right;
        this.price = price;
        this.signedOn = signedOn;
        this.status = Status.SIGNED;
        this.stampDutyYen = stampDutyYen;
    }

    /** Whether the right takes effect only with the patent office's registration. */
    public boolean needsRegistration() {
        return right.kind() == LicenceKind.ASSIGNMENT
                ? patentGranted
                : right.kind().needsRegistration();
    }

    /** @param document number of the signed file among the case's documents */
    void sealed(int document, String sha256) {
        sealedDocument = document;
        sealedSha256 = sha256;
    }

    /** The registration has been applied for at the patent office. */
    void filed(LocalDate day, LocalDate today) {
        expect(Status.SIGNED);
        if (!needsRegistration()) {
            throw Refusal.conflict("Contract " + number + " needs no registration at the patent office.");
        }
        filedOn = between(signedOn, day, today, "filed");
    }

    /** @return false where the same receipt was known already */
    boolean registered(String receipt, LocalDate day, LocalDate today) {
        if (receipt.equals(receiptNumber) && day.equals(receivedOn)) {
            return false;
        }
        if (receiptNumber != null) {
            throw Refusal.conflict(
                    "Contract " + number + " bears the receipt " + receiptNumber + " of " + receivedOn + " already.");
        }
        expect(Status.SIGNED);
        if (filedOn == null) {
            throw Refusal.conflict(
                    needsRegistration()
                            ? "The registration of contract " + number + " has not been filed yet."
                            : "Contract " + number + " needs no registration at the patent office.");
        }
        receivedOn = between(filedOn, day, today, "received");
        receiptNumber = receipt;
        status = Status.REGISTERED;
        return true;
    }

    void reported(String text, String by, Instant at) {
        expect(needsRegistration() ? Status.REGISTERED : Status.SIGNED);
        report = text.strip();
        reportedBy = by;
        reportedAt = at;
        status = Status.REPORTED;
    }

    /** The report does not convince yet: it is written again. */
    void reportReturned(String by) {
        decideOnReport(by);
        status = needsRegistration() ? Status.REGISTERED : Status.SIGNED;
    }

    void confirmed(String by, Instant at) {
        decideOnReport(by);
        confirmedBy = by;
        confirmedAt = at;
        status = Status.CONFIRMED;
    }

    void changeRight(Grant changed) {
        expect(Status.CONFIRMED);
        right = changed;
    }

    /** @return false where it counts or is void already */
    boolean voided() {
        if (status == Status.CONFIRMED || status == Status.VOID) {
            return false;
        }
        status = Status.VOID;
        return true;
    }

    private void decideOnReport(String by) {
        expect(Status.REPORTED);
        if (by.equals(reportedBy)) {
            throw Refusal.forbidden("You have reported this contract yourself: another manager decides on it.");
        }
    }

    private void expect(Status expected) {
        if (status != expected) {
            throw Refusal.conflict(
                    "Contract %s is \"%s\" and not \"%s\".".formatted(number, status.english(), expected.english()));
        }
    }

    private static LocalDate between(LocalDate earliest, LocalDate day, LocalDate today, String what) {
        if (day.isBefore(earliest)) {
            throw Refusal.invalid("It cannot have been %s on %s, before %s.".formatted(what, day, earliest));
        }
        if (day.isAfter(today)) {
            throw Refusal.invalid("It cannot have been %s on %s, which is still to come.".formatted(what, day));
        }
        return day;
    }

    public boolean isLive() {
        return status != Status.VOID;
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

    public String caseNumber() {
        return caseNumber;
    }

    public String seedNumber() {
        return seedNumber;
    }

    public String needNumber() {
        return needNumber;
    }

    /** The seed's fields at signing. */
    public Set<TechnologyField> technologyFields() {
        return technologyFields.stream().map(TechnologyField::numbered).collect(Collectors.toSet());
    }

    public ContractParty party(Side side) {
        return side == Side.LICENSOR ? licensor : licensee;
    }

    public Grant grant() {
        return right;
    }

    public Price price() {
        return price;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public Status status() {
        return status;
    }

    /** Number of the sealed, signed file among the case's documents; none where it was signed outside. */
    public @Nullable Integer sealedDocument() {
        return sealedDocument;
    }

    /** SHA-256 of that file. */
    public @Nullable String sealedSha256() {
        return sealedSha256;
    }

    public @Nullable LocalDate filedOn() {
        return filedOn;
    }

    /** Due on the deed where a patent is assigned. */
    public @Nullable Integer stampDutyYen() {
        return stampDutyYen;
    }

    public @Nullable String receiptNumber() {
        return receiptNumber;
    }

    public @Nullable LocalDate receivedOn() {
        return receivedOn;
    }

    public @Nullable String report() {
        return report;
    }

    public @Nullable String reportedBy() {
        return reportedBy;
    }

    public @Nullable Instant reportedAt() {
        return reportedAt;
    }

    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }
}
