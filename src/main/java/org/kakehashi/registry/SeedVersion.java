package org.kakehashi.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a seed said before it was changed. It never changes itself. */
@Entity
@Table(name = "seed_version")
class SeedVersion {

    private record State(SeedContent content) {}

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "seed_number")
    private Seed seed;

    private int number;
    private String changedBy;
    private Instant changedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private State state;

    @SuppressWarnings("NullAway.Init")
    protected SeedVersion() {}

    /** @param number counted from 1 */
    SeedVersion(Seed seed, int number, SeedContent content, String changedBy, Instant changedAt) {
        this.id = UUID.randomUUID();
        this.seed = seed;
        this.number = number;
        this.state = new State(content);
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    Seed seed() {
        return seed;
    }

    int number() {
        return number;
    }

    SeedContent content() {
        return state.content();
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
