package org.kakehashi.needs;

import jakarta.persistence.Column;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Persistable;

/** What a company looks for. */
@Entity
@Table(name = "need")
public class Need implements Persistable<String> {

    /** Where the record stands. */
    public enum Status {
        RECEIVED,
        ACKNOWLEDGED,
        OPEN,
        CLOSED
    }

    /**
     * A need has arrived.
     *
     * @param startTransfer whether its technology transfer shall begin
     */
    public record Received(String number, boolean startTransfer) {}

    /** Seeds may be matched with the need from now on. */
    public record Opened(String number) {}

    /** What an open need says has changed. */
    public record Changed(String number) {}

    /** The need has left the programme. */
    public record Closed(String number, String reason) {}

    @Id
    private String number;

    @Version
    private @Nullable Integer version;

    private String source;
    private String externalId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private @Nullable Prefecture prefecture;

    private String language;
    private String title;
    private String problem;
    private String specification;
    private @Nullable Long budgetYen;
    private @Nullable LocalDate deadline;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> ipc;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "smallint[]")
    private List<Short> technologyFields;

    @Enumerated(EnumType.STRING)
    private @Nullable LicenceKind wantedKind;

    @Enumerated(EnumType.STRING)
    private @Nullable Prefecture region;

    private boolean nameMayBeShown;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> musts;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String statusReason;
    private @Nullable LocalDate hearingOn;
    private String enteredBy;
    private Instant receivedAt;
    private Instant updatedAt;

    protected Need() {}

    /**
     * @param source where the record comes from, such as {@code portal} or {@code sbir-topics}
     * @param externalId the record's id there; source and id name a need once
     */
    public Need(
            String number,
            String source,
            String externalId,
            UUID organisationId,
            @Nullable Prefecture prefecture,
            NeedContent content,
            String enteredBy,
            Instant now) {
        this.number = number;
        this.source = source;
        this.externalId = externalId;
        this.organisationId = organisationId;
        this.prefecture = prefecture;
        this.status = Status.RECEIVED;
        this.enteredBy = enteredBy;
        this.receivedAt = now;
        this.updatedAt = now;
        fill(content);
    }

    /** Takes other content; tells whether anything differs. A closed need takes none. */
    public boolean change(NeedContent content, Instant now) {
        if (status == Status.CLOSED) {
            throw Refusal.conflict("Need " + number + " is closed and cannot be changed.");
        }
        if (content.equals(content())) {
            return false;
        }
        fill(content);
        updatedAt = now;
        return true;
    }

    /** @param hearing the day agreed on with the company */
    public void acknowledge(LocalDate hearing) {
        if (status != Status.RECEIVED) {
            throw Refusal.conflict("Need " + number + " is " + status + ", not RECEIVED.");
        }
        status = Status.ACKNOWLEDGED;
        hearingOn = hearing;
    }

    /** Opens the need for matching; tells whether it was not open yet. */
    public boolean open() {
        if (status == Status.OPEN) {
            return false;
        }
        if (status == Status.CLOSED) {
            throw Refusal.conflict("Need " + number + " is closed.");
        }
        status = Status.OPEN;
        return true;
    }

    /** Closes the need; tells whether it was not closed yet. */
    public boolean close(String reason) {
        if (status == Status.CLOSED) {
            return false;
        }
        status = Status.CLOSED;
        statusReason = reason;
        return true;
    }

    public NeedContent content() {
        return new NeedContent(
                language,
                title,
                problem,
                specification,
                budgetYen,
                deadline,
                ipc,
                wantedKind,
                region,
                nameMayBeShown,
                musts.stream().map(Requirement::valueOf).collect(Collectors.toSet()));
    }

    private void fill(NeedContent content) {
        language = content.language();
        title = content.title();
        problem = content.problem();
        specification = content.specification();
        budgetYen = content.budgetYen();
        deadline = content.deadline();
        ipc = content.ipc();
        technologyFields = TechnologyField.of(
                        content.ipc().stream().map(IpcSymbol::parse).toList())
                .stream()
                .map(field -> (short) field.number())
                .sorted()
                .toList();
        wantedKind = content.wantedKind();
        region = content.region();
        nameMayBeShown = content.nameMayBeShown();
        musts = content.musts().stream().map(Requirement::name).toList();
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

    public int version() {
        return version == null ? 0 : version;
    }

    public String source() {
        return source;
    }

    public String externalId() {
        return externalId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public @Nullable Prefecture prefecture() {
        return prefecture;
    }

    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String problem() {
        return problem;
    }

    public List<String> ipc() {
        return ipc;
    }

    public Set<TechnologyField> technologyFields() {
        return technologyFields.stream()
                .map(number -> TechnologyField.numbered(number))
                .collect(Collectors.toSet());
    }

    public Status status() {
        return status;
    }

    public @Nullable String statusReason() {
        return statusReason;
    }

    public @Nullable LocalDate hearingOn() {
        return hearingOn;
    }

    /** The user or program that entered the record. */
    public String enteredBy() {
        return enteredBy;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
