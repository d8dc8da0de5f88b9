package org.kakehashi.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;

/**
 * A licence to use a research tool, on standard terms and with the conditions that its record named when it was asked
 * for. It is counted apart from the contracts that were negotiated.
 */
@Entity
@Table(name = "tool_licence")
public class ToolLicence implements Persistable<String> {

    /** What has come of the request. */
    public enum Status {
        REQUESTED("Requested"),
        CONCLUDED("Concluded"),
        REFUSED("Refused");

        private final String english;

        Status(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** Somebody asks for a licence. */
    public record Requested(String number) {}

    /** A licence stands. */
    public record Concluded(String number, String seedNumber) {}

    /**
     * Who asks, and for what.
     *
     * @param sector under whose conditions
     * @param prefecture of the seat; absent where it is abroad
     * @param language to write in, {@code en} or {@code ja}
     * @param purpose of the research, in the requester's words
     * @param materialWanted whether the material itself is asked for too
     */
    @Embeddable
    public record Requester(
            @Enumerated(EnumType.STRING) ResearchTool.Sector sector,
            String organisation,
            @Enumerated(EnumType.STRING) OrganisationType organisationType,
            @Enumerated(EnumType.STRING) @Nullable Prefecture prefecture,
            String contactName,
            String contactEmail,
            String language,
            String purpose,
            boolean materialWanted) {

        public Locale locale() {
            return language.equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        }
    }

    /**
     * What the record offered on the day of the request.
     *
     * @param feeYen for the whole term, without tax
     * @param conditions in the owner's words
     */
    @Embeddable
    public record Offered(
            String licensor,
            String tool,
            long feeYen,
            int termMonths,
            @Column(name = "conditions") String conditions) {}

    @Id
    private String number;

    @Version
    private @Nullable Integer version;

    private String seedNumber;
    private String source;

    @Embedded
    private Requester requester;

    @Embedded
    private Offered offered;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String reason;
    private String enteredBy;
    private Instant requestedAt;
    private @Nullable String decidedBy;
    private @Nullable LocalDate concludedOn;
    private @Nullable LocalDate endsOn;

    @SuppressWarnings("NullAway.Init")
    protected ToolLicence() {}

    ToolLicence(
            String number,
            String seedNumber,
            String source,
            Requester requester,
            Offered offered,
            String enteredBy,
            Instant now) {
        this.number = number;
        this.seedNumber = seedNumber;
        this.source = source;
        this.requester = requester;
        this.offered = offered;
        this.status = Status.REQUESTED;
        this.enteredBy = enteredBy;
        this.requestedAt = now;
    }

    void decidedBy(String user) {
        expectRequested();
        decidedBy = user;
    }

    void conclude(LocalDate today) {
        expectRequested();
        status = Status.CONCLUDED;
        concludedOn = today;
        endsOn = today.plusMonths(offered.termMonths());
    }

    void refuse(String why) {
        expectRequested();
        status = Status.REFUSED;
        reason = why;
    }

    private void expectRequested() {
        if (status != Status.REQUESTED) {
            throw Refusal.conflict(
                    "The request " + number + " is " + status.english().toLowerCase(Locale.ROOT) + " already.");
        }
    }

    /** Always {@link LicenceKind#RESEARCH_TOOL}. */
    public LicenceKind kind() {
        return LicenceKind.RESEARCH_TOOL;
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

    public String seedNumber() {
        return seedNumber;
    }

    /** Where the request came from, such as {@code portal}. */
    public String source() {
        return source;
    }

    public Requester requester() {
        return requester;
    }

    public Offered offered() {
        return offered;
    }

    public Status status() {
        return status;
    }

    /** Why it was refused. */
    public @Nullable String reason() {
        return reason;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** Who granted or refused it; nobody where it was refused by rule. */
    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable LocalDate concludedOn() {
        return concludedOn;
    }

    /** The first day on which the licence is over. */
    public @Nullable LocalDate endsOn() {
        return endsOn;
    }
}
