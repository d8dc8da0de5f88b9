package org.kakehashi.directory;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;

/** A company, university or other body that owns technology, looks for it, or both. */
@Entity
@Table(name = "organisation")
public class Organisation {

    private static final Set<OrganisationType> NO_ENTERPRISES = EnumSet.of(
            OrganisationType.UNIVERSITY,
            OrganisationType.TLO,
            OrganisationType.PUBLIC_RESEARCH,
            OrganisationType.LOCAL_GOVERNMENT);

    /**
     * What an organisation states about itself.
     *
     * @param prefecture of its seat; none where it is abroad
     */
    public record Profile(
            String name,
            @Nullable String nameJa,
            OrganisationType type,
            @Nullable Prefecture prefecture,
            @Nullable Industry industry,
            @Nullable Long capitalYen,
            @Nullable Integer staff,
            @Nullable Contact contact) {

        /** Of an organisation of which no more is known. */
        public static Profile of(String name, OrganisationType type, @Nullable Prefecture prefecture) {
            return new Profile(name, null, type, prefecture, null, null, null, null);
        }
    }

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private @Nullable String source;
    private @Nullable String externalId;
    private @Nullable String enteredBy;
    private @Nullable UUID parent;
    private String name;
    private @Nullable String nameJa;

    @Enumerated(EnumType.STRING)
    private OrganisationType type;

    @Enumerated(EnumType.STRING)
    private @Nullable Prefecture prefecture;

    @Enumerated(EnumType.STRING)
    private @Nullable Industry industry;

    private @Nullable Long capitalYen;
    private @Nullable Integer staff;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "contact_name"))
    @AttributeOverride(name = "email", column = @Column(name = "contact_email"))
    @AttributeOverride(name = "phone", column = @Column(name = "contact_phone"))
    @AttributeOverride(name = "language", column = @Column(name = "contact_language"))
    private @Nullable Contact contact;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    public Organisation(Profile profile) {
        this(null, null, profile);
    }

    public Organisation(@Nullable String source, @Nullable String externalId, Profile profile) {
        this(source, externalId, profile, null);
    }

    /**
     * As another system knows it.
     *
     * @param source the system's name; together with the id it is unique
     * @param enteredBy the user or program that enters it; none where the programme itself does
     */
    public Organisation(
            @Nullable String source, @Nullable String externalId, Profile profile, @Nullable String enteredBy) {
        if ((source == null) != (externalId == null)) {
            throw Refusal.invalid("Give both the source and its id of the organisation, or neither.");
        }
        this.id = UUID.randomUUID();
        this.source = source;
        this.externalId = externalId;
        this.enteredBy = enteredBy;
        update(profile);
    }

    /** The organisation that holds it; none where it stands alone or at the top of its group. */
    public @Nullable UUID parent() {
        return parent;
    }

    void heldBy(@Nullable UUID parent) {
        this.parent = parent;
    }

    /** The user or program that entered it, where it is known. */
    public @Nullable String enteredBy() {
        return enteredBy;
    }

    /** @throws Refusal where it calls itself a small or medium enterprise but is too large by the SME Basic Act */
    public void update(Profile profile) {
        if (profile.name().isBlank()) {
            throw Refusal.invalid("Give the organisation's name.");
        }
        name = profile.name().strip();
        nameJa = profile.nameJa() == null || profile.nameJa().isBlank()
                ? null
                : profile.nameJa().strip();
        type = profile.type();
        prefecture = profile.prefecture();
        industry = profile.industry();
        capitalYen = profile.capitalYen();
        staff = profile.staff();
        contact = profile.contact();
        if (type == OrganisationType.SME && !isSme()) {
            throw Refusal.invalid("By its capital and its staff " + name
                    + " is too large for a small or medium enterprise: correct the figures or choose LARGE.");
        }
    }

    /**
     * Whether it is a small or medium enterprise by the SME Basic Act: by its figures where they are known, else by what
     * it calls itself. A university or public body is no enterprise.
     */
    public boolean isSme() {
        if (NO_ENTERPRISES.contains(type)) {
            return false;
        }
        if (capitalYen == null && staff == null) {
            return type == OrganisationType.SME || type == OrganisationType.STARTUP;
        }
        return Optional.ofNullable(industry).orElse(Industry.OTHER).countsAsSme(capitalYen, staff);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version == null ? 0 : version;
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public String name() {
        return name;
    }

    public @Nullable String nameJa() {
        return nameJa;
    }

    public OrganisationType type() {
        return type;
    }

    /** Where its seat is; none where it is abroad. */
    public @Nullable Prefecture prefecture() {
        return prefecture;
    }

    public @Nullable Industry industry() {
        return industry;
    }

    public @Nullable Long capitalYen() {
        return capitalYen;
    }

    public @Nullable Integer staff() {
        return staff;
    }

    public @Nullable Contact contact() {
        return contact;
    }
}
