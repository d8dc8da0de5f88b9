package org.kakehashi.advisers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;

/** An adviser of the programme, placed at a local government or TLO of one prefecture. */
@Entity
@Table(name = "adviser")
public class Adviser {

    /**
     * What an adviser is known by.
     *
     * @param host the local government or TLO where the adviser sits
     * @param languages ISO 639-1 codes, such as {@code ja}
     */
    public record Profile(
            String name,
            @Nullable String nameJa,
            String email,
            Prefecture prefecture,
            String host,
            Set<TechnologyField> fields,
            Set<String> languages) {}

    /** What an adviser does. */
    public enum Kind {
        /** Accompanies cases from the seed to the contract. */
        PATENT_LICENSING("Patent licensing"),
        /** Helps companies find and use patent information. */
        PATENT_INFORMATION("Patent information");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /**
     * As what, from where and for how long somebody is an adviser.
     *
     * @param hostOrganisation the host in the directory, where it stands there
     * @param from the first day; none where it does not matter any more
     * @param until the last day; none where no end is set
     */
    public record Engagement(
            Kind kind,
            @Nullable UUID hostOrganisation,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @Id
    private String userId;

    @Version
    private @Nullable Integer version;

    private String name;
    private @Nullable String nameJa;
    private String email;

    @Enumerated(EnumType.STRING)
    private Prefecture prefecture;

    private String host;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> fields;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> languages;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.PATENT_LICENSING;

    private @Nullable UUID hostOrganisation;
    private @Nullable LocalDate engagedFrom;
    private @Nullable LocalDate engagedUntil;
    private boolean active = true;

    @SuppressWarnings("NullAway.Init")
    protected Adviser() {}

    /** @param userId under which the adviser signs in */
    public Adviser(String userId, Profile profile) {
        this.userId = userId;
        update(profile);
    }

    /** @throws Refusal where the adviser would speak no language */
    public void update(Profile profile) {
        if (profile.languages().isEmpty()) {
            throw Refusal.invalid("Give at least one language in which " + profile.name() + " advises.");
        }
        name = profile.name();
        nameJa = profile.nameJa();
        email = profile.email();
        prefecture = profile.prefecture();
        host = profile.host();
        fields = profile.fields().stream().sorted().map(Enum::name).toList();
        languages = List.copyOf(new TreeSet<>(profile.languages()));
    }

    /** @throws Refusal where the engagement would end before it begins */
    public void engaged(Engagement engagement) {
        LocalDate from = engagement.from();
        LocalDate until = engagement.until();
        if (from != null && until != null && until.isBefore(from)) {
            throw Refusal.invalid("The engagement of " + name + " ends on " + until + ", before it begins on " + from
                    + ": change one of the days.");
        }
        kind = engagement.kind();
        hostOrganisation = engagement.hostOrganisation();
        engagedFrom = from;
        engagedUntil = until;
    }

    /** No new case goes to an adviser who is not active. */
    public void active(boolean stays) {
        active = stays;
    }

    public String userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    public @Nullable String nameJa() {
        return nameJa;
    }

    public String email() {
        return email;
    }

    public Prefecture prefecture() {
        return prefecture;
    }

    public String host() {
        return host;
    }

    public Set<TechnologyField> fields() {
        return fields.stream()
                .map(TechnologyField::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TechnologyField.class)));
    }

    public Set<String> languages() {
        return new TreeSet<>(languages);
    }

    public Kind kind() {
        return kind;
    }

    public Engagement engagement() {
        return new Engagement(kind, hostOrganisation, engagedFrom, engagedUntil);
    }

    public boolean isActive() {
        return active;
    }
}
