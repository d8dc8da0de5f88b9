package org.kakehashi.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/** A record on its way through the programme. */
@Entity
@Table(name = "transfer")
public class Transfer {

    /** Where a transfer begins. */
    public enum Origin {
        SEED,
        NEED,
        INTRODUCTION;

        /** The side that a record of that origin belongs to. */
        public static Side sideOf(String origin) {
            return NEED.name().equals(origin) ? Side.LICENSEE : Side.LICENSOR;
        }
    }

    @Id
    private String recordNumber;

    private String key;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private @Nullable String adviser;
    private LocalDate renewalDue;
    private boolean news;
    private Instant startedAt;

    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    void assign(String user) {
        adviser = user;
    }

    void renew(LocalDate due) {
        renewalDue = due;
    }

    void keepNews() {
        news = true;
    }

    /** @return whether there were news */
    boolean takeNews() {
        boolean there = news;
        news = false;
        return there;
    }

    /** The seed or need, or the match of an introduction made elsewhere. */
    public String recordNumber() {
        return recordNumber;
    }

    /** What the starter calls it. */
    public String key() {
        return key;
    }

    public Origin origin() {
        return origin;
    }

    public @Nullable String adviser() {
        return adviser;
    }

    public LocalDate renewalDue() {
        return renewalDue;
    }

    public Instant startedAt() {
        return startedAt;
    }
}
