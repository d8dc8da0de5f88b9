package org.kakehashi.contract;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;

/** What the legal group found about the terms agreed in one round: antitrust, overlap, the public funder's approval. */
@Entity
@Table(name = "clearance")
public class Clearance implements Persistable<Clearance.Id> {

    /** The case and the round in which its terms were agreed. */
    @Embeddable
    public record Id(String caseNumber, int round) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Version
    private @Nullable Integer version;

    private @Nullable BigDecimal marketSharePercent;
    private String assessedBy;
    private Instant assessedAt;
    private @Nullable String justification;
    private @Nullable String block;
    private @Nullable Boolean funderApproves;
    private @Nullable String funderNote;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "clearance_finding",
            joinColumns = {@JoinColumn(name = "case_number"), @JoinColumn(name = "round")})
    private List<Finding> findings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Clearance() {}

    /** @param marketSharePercent of the parties together; none where it is not known */
    Clearance(
            Id id,
            Collection<Restraint> restraints,
            @Nullable BigDecimal marketSharePercent,
            String assessedBy,
            Instant assessedAt) {
        if (marketSharePercent != null
                && (marketSharePercent.signum() < 0 || marketSharePercent.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw Refusal.invalid("The market share lies between 0 and 100 percent.");
        }
        this.id = id;
        this.marketSharePercent = marketSharePercent;
        this.assessedBy = assessedBy;
        this.assessedAt = assessedAt;
        restraints.stream().distinct().sorted().map(Finding::of).forEach(findings::add);
    }

    void decided(List<Finding> decided) {
        findings.clear();
        findings.addAll(decided);
    }

    void justified(String reason) {
        justification = reason.strip();
    }

    void blocked(String reason) {
        block = reason;
    }

    void refused(String words, GateRule rule) {
        blocked((words.endsWith(".") ? words : words + ".") + " " + rule.sentence());
    }

    /** Antitrust law forbids what was found; the lawyer's comment comes first. */
    void forbidden(String comment) {
        blocked(comment + " " + rulesOf(Finding.Level.BLOCK));
    }

    /** The gravest level, and the rules behind it. */
    String judged() {
        Finding.Level level = level();
        return level == Finding.Level.FINE ? "Fine." : level.english() + ": " + rulesOf(level);
    }

    private String rulesOf(Finding.Level level) {
        return findings().stream()
                .filter(finding -> finding.level() == level)
                .flatMap(finding -> finding.rule().stream())
                .map(GateRule::sentence)
                .collect(Collectors.joining(" "));
    }

    void funderAnswered(boolean approves, String note) {
        funderApproves = approves;
        funderNote = note.strip();
    }

    /** The gravest of the findings; fine where there is none. */
    public Finding.Level level() {
        return findings.stream()
                .map(Finding::level)
                .filter(level -> level != null)
                .max(Comparator.naturalOrder())
                .orElse(Finding.Level.FINE);
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::restraint))
                .toList();
    }

    public @Nullable BigDecimal marketSharePercent() {
        return marketSharePercent;
    }

    public String assessedBy() {
        return assessedBy;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    /** Why the clauses that need a reason are accepted. */
    public @Nullable String justification() {
        return justification;
    }

    /** Why the case cannot go on, where a gate blocks it. */
    public Optional<String> block() {
        return Optional.ofNullable(block);
    }

    public @Nullable Boolean funderApproves() {
        return funderApproves;
    }

    public @Nullable String funderNote() {
        return funderNote;
    }
}
