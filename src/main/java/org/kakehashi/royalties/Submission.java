package org.kakehashi.royalties;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What a licensee has stated for a report by its link; a registrar accepts it. */
@Entity
@Table(name = "submission")
public class Submission implements Persistable<String> {

    /** It was stated for the first time, or corrected. */
    public record Arrived(String obligationNumber) {}

    @Id
    private String obligationNumber;

    @Version
    private @Nullable Integer version;

    @Embedded
    private Usage usage;

    private String givenBy;
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    Submission(String obligationNumber, Usage usage, String givenBy, Instant givenAt) {
        this.obligationNumber = obligationNumber;
        this.usage = usage;
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    void correct(Usage corrected, String by, Instant at) {
        usage = corrected;
        givenBy = by;
        givenAt = at;
    }

    /** Counts from 1 and rises with each correction. */
    public int edition() {
        return version == null ? 1 : version + 1;
    }

    public Usage usage() {
        return usage;
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public String obligationNumber() {
        return obligationNumber;
    }

    @Override
    public String getId() {
        return obligationNumber;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
