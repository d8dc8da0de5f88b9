package org.kakehashi.registry;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.kakehashi.shared.ThreeValued;
import org.springframework.data.domain.Persistable;

/** A licensable patent on its way through the programme. */
@Entity
@Table(name = "seed")
public class Seed implements Persistable<String> {

    /** Where the record stands. */
    public enum Status {
        REGISTERED,
        INCOMPLETE,
        EVALUATED,
        PUBLISHED,
        NOT_LICENSABLE,
        WITHDRAWN
    }

    /** Why a seed leaves the programme. */
    public enum Leave {
        WITHDRAWN("The registrant withdraws it"),
        LAPSED("The patent has lapsed"),
        INVALIDATED("The patent was invalidated"),
        CHANGED_OWNER("The patent has changed hands");

        private final String english;

        Leave(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }

        /** Whether every case on the seed ends with it. */
        boolean endsCases() {
            return this != WITHDRAWN;
        }
    }

    /**
     * A seed has been registered.
     *
     * @param startTransfer whether its technology transfer shall begin
     */
    public record Registered(String number, boolean startTransfer) {}

    /** A seed may be licensed from now on. */
    public record Published(String number) {}

    /** What a published seed says has changed. */
    public record Changed(String number) {}

    /**
     * A seed has left the programme.
     *
     * @param lapsed whether the patent itself is lost, so that every case on it ends
     */
    public record Withdrawn(String number, String reason, boolean lapsed) {}

    /** The scores, 1 to 5 each, on which a seed is judged. */
    public record ScoreSheet(int legalStatus, int market, int maturity, int licensability, String comment) {}

    private static final Period STANDS = Period.ofMonths(12);
    private static final Period HALF = Period.ofMonths(6);

    @Id
    private String number;

    @Version
    private @Nullable Integer version;

    private String source;
    private String externalId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private @Nullable Prefecture prefecture;

    @Embedded
    private SeedContent content;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "smallint[]")
    private List<Short> technologyFields;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "bigint[]")
    private List<Long> textSignature;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String statusReason;
    private @Nullable Short legalStatusScore;
    private @Nullable Short marketScore;
    private @Nullable Short maturityScore;
    private @Nullable Short licensabilityScore;
    private @Nullable String evaluationComment;
    private @Nullable LocalDate renewalDue;
    private @Nullable Instant publishedAt;
    private @Nullable Instant leftAt;

    @Enumerated(EnumType.STRING)
    private ResearchTool.@Nullable Type toolType;

    private String enteredBy;
    private Instant registeredAt;
    private int contentVersion;
    private String changedBy;
    private Instant updatedAt;

    @OneToMany(mappedBy = "seed", cascade = CascadeType.PERSIST)
    private List<SeedVersion> formerVersions = new ArrayList<>();

    protected Seed() {}

    /**
     * @param source where the record comes from, such as {@code portal} or {@code us-patents}
     * @param externalId the record's id there; source and id name a seed once
     */
    public Seed(
            String number,
            String source,
            String externalId,
            UUID organisationId,
            @Nullable Prefecture prefecture,
            SeedContent content,
            String enteredBy,
            Instant now) {
        this.number = number;
        this.source = source;
        this.externalId = externalId;
        this.organisationId = organisationId;
        this.prefecture = prefecture;
        this.status = Status.REGISTERED;
        this.enteredBy = enteredBy;
        this.registeredAt = now;
        this.contentVersion = 1;
        this.changedBy = enteredBy;
        this.updatedAt = now;
        fill(content);
    }

    /**
     * Takes other content and keeps the former as a version; tells whether anything differs. A withdrawn or refused seed
     * takes none.
     */
    public boolean change(SeedContent content, String by, Instant now) {
        if (status == Status.WITHDRAWN || status == Status.NOT_LICENSABLE) {
            throw Refusal.conflict("Seed " + number + " has left the programme and cannot be changed.");
        }
        if (content.equals(this.content)) {
            return false;
        }
        formerVersions.add(latestVersion());
        fill(content);
        contentVersion++;
        changedBy = by;
        updatedAt = now;
        return true;
    }

    public void returnAsIncomplete(String reason) {
        expect(Status.REGISTERED);
        status = Status.INCOMPLETE;
        statusReason = reason;
    }

    /** What was missing is there; the record can be checked again. */
    public void completed() {
        expect(Status.INCOMPLETE);
        status = Status.REGISTERED;
        statusReason = null;
    }

    /** @throws Refusal where a power of attorney is needed and missing */
    public void confirmComplete() {
        expect(Status.REGISTERED);
        content.ownership().confirmComplete();
    }

    public void evaluate(ScoreSheet sheet) {
        expect(Status.REGISTERED);
        legalStatusScore = (short) sheet.legalStatus();
        marketScore = (short) sheet.market();
        maturityScore = (short) sheet.maturity();
        licensabilityScore = (short) sheet.licensability();
        evaluationComment = sheet.comment();
        status = Status.EVALUATED;
    }

    /** Publishes the seed for twelve months. */
    public void publish(LocalDate today, Instant now) {
        if (status == Status.PUBLISHED) {
            return;
        }
        if (status != Status.EVALUATED && status != Status.REGISTERED) {
            throw Refusal.conflict("Seed " + number + " is " + status + " and cannot be published.");
        }
        status = Status.PUBLISHED;
        publishedAt = now;
        renew(today);
    }

    public void renew(LocalDate today) {
        expect(Status.PUBLISHED);
        renewalDue = today.plus(STANDS);
    }

    /** The list that the seed comes from still names it: that renews it once half of its time is over. */
    void stillListed(LocalDate today) {
        if (status == Status.PUBLISHED && renewalDue != null && renewalDue.isBefore(today.plus(HALF))) {
            renew(today);
        }
    }

    /** The programme does not take the seed. */
    public void refuse(String reason) {
        status = Status.NOT_LICENSABLE;
        statusReason = reason;
    }

    /** Takes the seed out of the programme; tells whether it was still in it. */
    public boolean withdraw(String reason, Instant now) {
        if (status == Status.WITHDRAWN || status == Status.NOT_LICENSABLE) {
            return false;
        }
        if (status == Status.PUBLISHED) {
            leftAt = now;
        }
        status = Status.WITHDRAWN;
        statusReason = reason;
        return true;
    }

    SeedVersion latestVersion() {
        return new SeedVersion(this, contentVersion, content, changedBy, updatedAt);
    }

    /** The seven items that may be shown of an unpublished application, or all there is. */
    public PublicView publicView() {
        return new PublicView(
                number,
                content.texts().title(),
                content.patent().applicationNumber(),
                content.patent().inventionName(),
                content.patent().applicant(),
                content.assignment().offered(),
                content.licence().offered(),
                unpublished() ? null : content);
    }

    /** What the public may see; the content is absent for an unpublished application. */
    public record PublicView(
            String number,
            String title,
            @Nullable String applicationNumber,
            String inventionName,
            String applicant,
            ThreeValued assignable,
            ThreeValued licensable,
            @Nullable SeedContent content) {}

    public SeedContent content() {
        return content;
    }

    /** What may be shown outside the programme; of an unpublished application nothing beyond the seven items. */
    public SeedContent publicContent() {
        return unpublished() ? content.sevenItems() : content;
    }

    private void fill(SeedContent content) {
        this.content = content;
        technologyFields = content.technologyFields().stream()
                .map(field -> (short) field.number())
                .sorted()
                .toList();
        textSignature = TextSignature.of(TextSignature.text(content));
    }

    private void expect(Status expected) {
        if (status != expected) {
            throw Refusal.conflict("Seed " + number + " is " + status + ", not " + expected + ".");
        }
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
        return content.language();
    }

    public String title() {
        return content.texts().title();
    }

    public String outline() {
        return content.texts().outline();
    }

    public List<String> ipc() {
        return content.patent().ipc();
    }

    public Set<TechnologyField> technologyFields() {
        return technologyFields.stream()
                .map(number -> TechnologyField.numbered(number))
                .collect(Collectors.toSet());
    }

    public List<String> coOwners() {
        return content.ownership().coOwners();
    }

    public boolean publiclyFunded() {
        return content.ownership().publiclyFunded();
    }

    public boolean unpublished() {
        return content.patent().unpublished();
    }

    public Status status() {
        return status;
    }

    public @Nullable String statusReason() {
        return statusReason;
    }

    /** The scores of its evaluation; none before. */
    public @Nullable ScoreSheet scores() {
        return legalStatusScore == null
                        || marketScore == null
                        || maturityScore == null
                        || licensabilityScore == null
                        || evaluationComment == null
                ? null
                : new ScoreSheet(legalStatusScore, marketScore, maturityScore, licensabilityScore, evaluationComment);
    }

    public @Nullable LocalDate renewalDue() {
        return renewalDue;
    }

    /** The user or program that entered the record. */
    public String enteredBy() {
        return enteredBy;
    }

    /** When it was published last; absent where it never was, and of those published before this was noted. */
    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    /** What tool for research it is; absent where it is none. */
    public ResearchTool.@Nullable Type toolType() {
        return toolType;
    }

    void describedAs(ResearchTool.@Nullable Type type) {
        toolType = type;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
