package org.kakehashi.registry;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.kakehashi.shared.ThreeValued;

/**
 * What a registrant says of a seed: the 45 columns of INPIT's bulk file, and what they lack. Texts are empty where
 * nothing is said, conditions three-valued.
 *
 * @param language of the texts, {@code en} or {@code ja}
 */
@Embeddable
public record SeedContent(
        String language,
        Texts texts,
        Patent patent,
        Topics topics,
        LicenceTerms licence,
        AssignmentTerms assignment,
        Maturity maturity,
        Ownership ownership,
        Listing listing) {

    /**
     * What the technology is and does.
     *
     * @param advantage over competing solutions
     * @param publications where more of it can be read
     */
    @Embeddable
    public record Texts(
            String title,
            String outline,
            String purpose,
            String effect,
            String applicableProducts,
            String advantage,
            String publications) {

        public static Texts of(String title, String outline) {
            return new Texts(title, outline, "", "", "", "", "");
        }
    }

    /**
     * The right, in the words and numbers of the patent office.
     *
     * @param unpublished whether the application is not yet published, so that seven items only may be shown
     * @param relatedAtHome related patents in Japan
     * @param relatedAbroad related patents elsewhere
     * @param expiresOn when the right ends, where that is known
     */
    @Embeddable
    public record Patent(
            String inventionName,
            String applicant,
            String patentee,
            @Nullable String applicationNumber,
            @Nullable LocalDate applicationDate,
            @Nullable String publicationNumber,
            @Nullable String registrationNumber,
            boolean unpublished,

            @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "text[]")
            List<String> ipc,

            String relatedAtHome,
            String relatedAbroad,
            @Nullable LocalDate expiresOn) {

        /** A right of which nobody says when it ends. */
        public Patent(
                String inventionName,
                String applicant,
                String patentee,
                @Nullable String applicationNumber,
                @Nullable LocalDate applicationDate,
                @Nullable String publicationNumber,
                @Nullable String registrationNumber,
                boolean unpublished,
                List<String> ipc,
                String relatedAtHome,
                String relatedAbroad) {
            this(
                    inventionName,
                    applicant,
                    patentee,
                    applicationNumber,
                    applicationDate,
                    publicationNumber,
                    registrationNumber,
                    unpublished,
                    ipc,
                    relatedAtHome,
                    relatedAbroad,
                    null);
        }

        /** A right of which its numbers and classes are known. */
        public static Patent of(
                String inventionName,
                String applicant,
                @Nullable String applicationNumber,
                @Nullable String registrationNumber,
                List<String> ipc) {
            return new Patent(
                    inventionName,
                    applicant,
                    "",
                    applicationNumber,
                    null,
                    null,
                    registrationNumber,
                    false,
                    ipc,
                    "",
                    "",
                    null);
        }

        /** The same under other classes. */
        public Patent classified(List<String> ipc) {
            return new Patent(
                    inventionName,
                    applicant,
                    patentee,
                    applicationNumber,
                    applicationDate,
                    publicationNumber,
                    registrationNumber,
                    unpublished,
                    ipc,
                    relatedAtHome,
                    relatedAbroad,
                    expiresOn);
        }
    }

    /** INPIT's own headings, as registered: up to three technical fields and three functions. */
    @Embeddable
    public record Topics(
            @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "topic_fields", columnDefinition = "text[]")
            List<String> fields,

            @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "topic_functions", columnDefinition = "text[]")
            List<String> functions) {

        /** Nothing said. */
        public static final Topics NONE = new Topics(List.of(), List.of());

        /** Those of INPIT's thirteen fields that are named. */
        public List<InpitField> known() {
            return fields.stream()
                    .map(InpitField::named)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
        }
    }

    /**
     * The conditions on which a licence is offered.
     *
     * @param kind where the words name just one
     * @param kindText the kind in the owner's words
     * @param domestic whether licensees in Japan are wanted
     * @param foreign whether licensees elsewhere are wanted
     */
    @Embeddable
    public record LicenceTerms(
            @Enumerated(EnumType.STRING) @Column(name = "licence_offered")
            ThreeValued offered,

            @Enumerated(EnumType.STRING) @Column(name = "licence_kind") @Nullable
            LicenceKind kind,

            @Column(name = "licence_kind_text") String kindText,

            @AttributeOverride(name = "value", column = @Column(name = "licence_lump_sum"))
            @AttributeOverride(name = "text", column = @Column(name = "licence_lump_sum_text"))
            Condition lumpSum,

            @AttributeOverride(name = "value", column = @Column(name = "licence_royalty"))
            @AttributeOverride(name = "text", column = @Column(name = "licence_royalty_text"))
            Condition royalty,

            @AttributeOverride(name = "value", column = @Column(name = "licence_domestic"))
            @AttributeOverride(name = "text", column = @Column(name = "licence_domestic_text"))
            Condition domestic,

            @AttributeOverride(name = "value", column = @Column(name = "licence_foreign"))
            @AttributeOverride(name = "text", column = @Column(name = "licence_foreign_text"))
            Condition foreign,

            @Column(name = "licence_wishes") String wishes) {

        /** Nothing said. */
        public static final LicenceTerms OPEN = of(ThreeValued.NOT_SPECIFIED, null);

        public static LicenceTerms of(ThreeValued offered, @Nullable LicenceKind kind) {
            return new LicenceTerms(
                    offered, kind, "", Condition.OPEN, Condition.OPEN, Condition.OPEN, Condition.OPEN, "");
        }

        /** The same with what the owner asks to be paid. */
        public LicenceTerms paidBy(ThreeValued lumpSum, ThreeValued royalty) {
            return new LicenceTerms(
                    offered, kind, kindText, Condition.of(lumpSum), Condition.of(royalty), domestic, foreign, wishes);
        }
    }

    /**
     * The conditions on which the patent itself is offered.
     *
     * @param domestic whether transferees in Japan are wanted
     * @param foreign whether transferees elsewhere are wanted
     */
    @Embeddable
    public record AssignmentTerms(
            @Enumerated(EnumType.STRING) @Column(name = "assignment_offered")
            ThreeValued offered,

            @AttributeOverride(name = "value", column = @Column(name = "assignment_lump_sum"))
            @AttributeOverride(name = "text", column = @Column(name = "assignment_lump_sum_text"))
            Condition lumpSum,

            @AttributeOverride(name = "value", column = @Column(name = "assignment_domestic"))
            @AttributeOverride(name = "text", column = @Column(name = "assignment_domestic_text"))
            Condition domestic,

            @AttributeOverride(name = "value", column = @Column(name = "assignment_foreign"))
            @AttributeOverride(name = "text", column = @Column(name = "assignment_foreign_text"))
            Condition foreign,

            @Column(name = "assignment_wishes") String wishes) {

        /** Nothing said. */
        public static final AssignmentTerms OPEN = of(ThreeValued.NOT_SPECIFIED);

        public static AssignmentTerms of(ThreeValued offered) {
            return new AssignmentTerms(offered, Condition.OPEN, Condition.OPEN, Condition.OPEN, "");
        }
    }

    /**
     * How far the technology has come and what help a licensee gets.
     *
     * @param trl technology readiness level, 1 to 9
     */
    @Embeddable
    public record Maturity(
            @JdbcTypeCode(SqlTypes.SMALLINT) @Nullable Integer trl,
            @Enumerated(EnumType.STRING) ThreeValued workedBefore,
            @Enumerated(EnumType.STRING) ThreeValued licensedBefore,
            @Enumerated(EnumType.STRING) ThreeValued knowHow,
            @Enumerated(EnumType.STRING) ThreeValued training,
            @Enumerated(EnumType.STRING) ThreeValued samples) {

        /** Nothing said. */
        public static final Maturity UNKNOWN = new Maturity(
                null,
                ThreeValued.NOT_SPECIFIED,
                ThreeValued.NOT_SPECIFIED,
                ThreeValued.NOT_SPECIFIED,
                ThreeValued.NOT_SPECIFIED,
                ThreeValued.NOT_SPECIFIED);
    }

    /**
     * Whose consent stands behind the record.
     *
     * @param registrantOwns whether the registrant is the patent's owner
     * @param powerOfAttorney whether that of the owner or of the co-owners is at hand
     */
    @Embeddable
    public record Ownership(
            boolean registrantOwns,

            @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "text[]")
            List<String> coOwners,

            boolean powerOfAttorney,
            boolean publiclyFunded) {

        /** The registrant is the only owner. */
        public static final Ownership SOLE = new Ownership(true, List.of(), false, false);

        /** Whether somebody else's power of attorney must be at hand: the registrant is not the owner, or not alone. */
        public boolean needsPowerOfAttorney() {
            return !registrantOwns || !coOwners.isEmpty();
        }

        /** @throws Refusal where a power of attorney is needed and missing */
        public void confirmComplete() {
            if (needsPowerOfAttorney() && !powerOfAttorney) {
                throw Refusal.invalid("The power of attorney is missing: "
                        + (registrantOwns ? "the patent has co-owners." : "the registrant is not the owner."));
            }
        }
    }

    /**
     * How the record stands in the list that it comes from.
     *
     * @param registeredOn when that list took it; absent where this register is the first
     * @param updatedOn when that list last changed it
     * @param registrant as named there
     * @param registrantType in that list's words
     */
    @Embeddable
    public record Listing(
            @Column(name = "listed_on") @Nullable LocalDate registeredOn,
            @Column(name = "listing_updated_on") @Nullable LocalDate updatedOn,
            String registrant,
            String registrantType) {

        /** Of a record that was first registered here. */
        public static final Listing NONE = new Listing(null, null, "", "");
    }

    private static final int MOST_TOPICS = 3;

    /** @throws Refusal with every fault in a sentence of its own */
    public SeedContent {
        List<String> faults = new ArrayList<>();
        if (texts.title.isBlank()) {
            faults.add("The title is missing.");
        }
        if (!language.equals("en") && !language.equals("ja")) {
            faults.add("The language must be \"en\" or \"ja\", not \"" + language + "\".");
        }
        if (StringUtils.isAllBlank(patent.applicationNumber, patent.registrationNumber, patent.publicationNumber)) {
            faults.add("A seed needs the number of an application, a publication or a registration.");
        }
        if (patent.unpublished && StringUtils.isBlank(patent.applicationNumber)) {
            faults.add("An unpublished application is known by its application number: give that.");
        }
        if (maturity.trl != null && (maturity.trl < 1 || maturity.trl > 9)) {
            faults.add("The technology readiness level must lie between 1 and 9, not " + maturity.trl + ".");
        }
        if (topics.fields.size() > MOST_TOPICS) {
            faults.add("A seed has at most three technical fields.");
        }
        if (topics.functions.size() > MOST_TOPICS) {
            faults.add("A seed has at most three functions.");
        }
        for (String symbol : patent.ipc) {
            try {
                IpcSymbol.parse(symbol);
            } catch (Refusal e) {
                faults.addAll(e.reasons());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        patent = patent.classified(patent.ipc.stream()
                .map(symbol -> IpcSymbol.parse(symbol).toString())
                .distinct()
                .toList());
    }

    /** WIPO's fields of its classes. */
    public Set<TechnologyField> technologyFields() {
        return TechnologyField.of(patent.ipc.stream().map(IpcSymbol::parse).toList());
    }

    /** A seed of which its texts and its patent are known and everything else is open. */
    public static SeedContent of(String language, Texts texts, Patent patent) {
        return new SeedContent(
                language,
                texts,
                patent,
                Topics.NONE,
                LicenceTerms.OPEN,
                AssignmentTerms.OPEN,
                Maturity.UNKNOWN,
                Ownership.SOLE,
                Listing.NONE);
    }

    /** No more than the seven items that may be shown of an unpublished application; the seventh is the record's number. */
    SeedContent sevenItems() {
        return SeedContent.of(
                        language,
                        Texts.of(texts.title, ""),
                        new Patent(
                                patent.inventionName,
                                patent.applicant,
                                "",
                                patent.applicationNumber,
                                null,
                                null,
                                null,
                                patent.unpublished,
                                List.of(),
                                "",
                                ""))
                .with(LicenceTerms.of(licence.offered, null))
                .with(AssignmentTerms.of(assignment.offered));
    }

    public SeedContent with(Patent other) {
        return new SeedContent(language, texts, other, topics, licence, assignment, maturity, ownership, listing);
    }

    public SeedContent with(LicenceTerms other) {
        return new SeedContent(language, texts, patent, topics, other, assignment, maturity, ownership, listing);
    }

    public SeedContent with(AssignmentTerms other) {
        return new SeedContent(language, texts, patent, topics, licence, other, maturity, ownership, listing);
    }

    public SeedContent with(Maturity other) {
        return new SeedContent(language, texts, patent, topics, licence, assignment, other, ownership, listing);
    }

    public SeedContent with(Ownership other) {
        return new SeedContent(language, texts, patent, topics, licence, assignment, maturity, other, listing);
    }

    /** The same with what a registrant has handed in later. */
    public SeedContent completed(
            String title,
            String outline,
            @Nullable String applicationNumber,
            @Nullable String registrationNumber,
            List<String> ipc) {
        return new SeedContent(
                language,
                new Texts(
                        title,
                        outline,
                        texts.purpose,
                        texts.effect,
                        texts.applicableProducts,
                        texts.advantage,
                        texts.publications),
                new Patent(
                        patent.inventionName,
                        patent.applicant,
                        patent.patentee,
                        applicationNumber,
                        patent.applicationDate,
                        patent.publicationNumber,
                        registrationNumber,
                        patent.unpublished,
                        ipc,
                        patent.relatedAtHome,
                        patent.relatedAbroad,
                        patent.expiresOn),
                topics,
                licence,
                assignment,
                maturity,
                ownership,
                listing);
    }
}
