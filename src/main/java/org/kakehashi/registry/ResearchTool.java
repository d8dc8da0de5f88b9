package org.kakehashi.registry;

import jakarta.persistence.AttributeOverride;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.data.domain.Persistable;

/**
 * What makes a seed a research tool: a patented thing or method that research uses, with the conditions on which anybody
 * gets a licence for it without negotiation.
 */
@Entity
@Table(name = "research_tool")
public class ResearchTool implements Persistable<String> {

    /** What the tool is. */
    public enum Type {
        ANIMAL("Animal", "動物"),
        CELL_LINE("Cell line", "細胞株"),
        MICROORGANISM("Microorganism", "微生物"),
        GENE("Gene or vector", "遺伝子・ベクター"),
        ANTIBODY("Antibody or protein", "抗体・タンパク質"),
        REAGENT("Reagent", "試薬"),
        SCREENING_METHOD("Screening method", "スクリーニング方法"),
        APPARATUS("Apparatus", "装置・器具"),
        SOFTWARE("Software or database", "ソフトウェア・データベース"),
        OTHER("Other", "その他");

        private final String english;
        private final String japanese;

        Type(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }

        public String english() {
            return english;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** For whom a condition holds. */
    public enum Sector {
        ACADEMIA("Universities and public research", "大学・公的研究機関"),
        INDUSTRY("Companies", "企業");

        private final String english;
        private final String japanese;

        Sector(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }

        public String english() {
            return english;
        }

        public String japanese() {
            return japanese;
        }
    }

    /**
     * The conditions for a sector.
     *
     * @param offered whether the sector gets a licence at all
     * @param feeYen for the whole term, without tax; 0 where it is free, absent where it is not said
     * @param termMonths for which a licence is given; absent where it is not said
     * @param text in the owner's words
     */
    @Embeddable
    public record Terms(
            @Enumerated(EnumType.STRING) ThreeValued offered,
            @Nullable Long feeYen,
            @Nullable Integer termMonths,
            String text) {

        String words() {
            return Stream.of(
                            Statement.words(Condition.of(offered)),
                            feeYen == null
                                    ? ""
                                    : feeYen == 0
                                            ? "free of charge"
                                            : Money.yen(feeYen).toString(),
                            termMonths == null ? "" : termMonths + " months",
                            text)
                    .filter(each -> !each.isBlank())
                    .collect(Collectors.joining(", "));
        }

        /** Whether a licence can be given on these conditions without another word. */
        public boolean stand() {
            return offered == ThreeValued.YES && feeYen != null && termMonths != null;
        }
    }

    /**
     * What the record says.
     *
     * @param material whether the material itself can be had
     * @param mtaForm where the form of the material transfer agreement is, or its name; empty where there is none
     * @param contactName whom to talk to at the owner's
     */
    public record Content(
            Type type,
            Terms academia,
            Terms industry,
            Condition material,
            String mtaForm,
            String contactName,
            String contactEmail) {

        /** What it says, as the programme's people read it. */
        public List<Statement> statements() {
            return Stream.of(
                            new Statement("Research tool", type.english(), false),
                            new Statement("For universities and public research", academia.words(), false),
                            new Statement("For companies", industry.words(), false),
                            new Statement("Material", Statement.words(material), false),
                            new Statement("Material transfer agreement", mtaForm, false),
                            new Statement("Contact for the tool", (contactName + " " + contactEmail).strip(), false))
                    .filter(statement -> !statement.text().isEmpty())
                    .toList();
        }

        private static final long MOST_YEN = 10_000_000_000L;
        private static final int MOST_MONTHS = 240;

        /** @throws Refusal with every fault in a sentence of its own */
        public Content {
            List<String> faults = new ArrayList<>();
            check(academia, "academia", faults);
            check(industry, "industry", faults);
            if (!contactEmail.isEmpty() && !contactEmail.matches("[^@\\s]+@[^@\\s]+")) {
                faults.add("\"" + contactEmail + "\" is not a mail address.");
            }
            if (!faults.isEmpty()) {
                throw new Refusal(Refusal.Kind.INVALID, faults);
            }
        }

        private static void check(Terms terms, String sector, List<String> faults) {
            if (terms.feeYen() != null && (terms.feeYen() < 0 || terms.feeYen() > MOST_YEN)) {
                faults.add("The fee for " + sector + " must lie between 0 and 10,000,000,000 yen.");
            }
            if (terms.termMonths() != null && (terms.termMonths() < 1 || terms.termMonths() > MOST_MONTHS)) {
                faults.add("The term for " + sector + " must lie between 1 and 240 months.");
            }
        }
    }

    @Id
    private String seedNumber;

    @Version
    private @Nullable Integer version;

    @Enumerated(EnumType.STRING)
    private Type type;

    @Embedded
    @AttributeOverride(name = "offered", column = @Column(name = "academia_offered"))
    @AttributeOverride(name = "feeYen", column = @Column(name = "academia_fee_yen"))
    @AttributeOverride(name = "termMonths", column = @Column(name = "academia_term_months"))
    @AttributeOverride(name = "text", column = @Column(name = "academia_text"))
    private Terms academia;

    @Embedded
    @AttributeOverride(name = "offered", column = @Column(name = "industry_offered"))
    @AttributeOverride(name = "feeYen", column = @Column(name = "industry_fee_yen"))
    @AttributeOverride(name = "termMonths", column = @Column(name = "industry_term_months"))
    @AttributeOverride(name = "text", column = @Column(name = "industry_text"))
    private Terms industry;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "material"))
    @AttributeOverride(name = "text", column = @Column(name = "material_text"))
    private Condition material;

    private String mtaForm;
    private String contactName;
    private String contactEmail;
    private String changedBy;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ResearchTool() {}

    @SuppressWarnings("NullAway.Init")
    ResearchTool(String seedNumber, Content content, String by, Instant now) {
        this.seedNumber = seedNumber;
        change(content, by, now);
    }

    final void change(Content content, String by, Instant now) {
        type = content.type();
        academia = content.academia();
        industry = content.industry();
        material = content.material();
        mtaForm = content.mtaForm();
        contactName = content.contactName();
        contactEmail = content.contactEmail();
        changedBy = by;
        changedAt = now;
    }

    public Content content() {
        return new Content(type, academia, industry, material, mtaForm, contactName, contactEmail);
    }

    public Terms terms(Sector sector) {
        return sector == Sector.ACADEMIA ? academia : industry;
    }

    @Override
    public String getId() {
        return seedNumber;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public String seedNumber() {
        return seedNumber;
    }

    public Type type() {
        return type;
    }

    /** Where the owner is written to about licences; empty where nothing is said. */
    public String contactEmail() {
        return StringUtils.defaultString(contactEmail);
    }

    /** The user or program that said so last. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
