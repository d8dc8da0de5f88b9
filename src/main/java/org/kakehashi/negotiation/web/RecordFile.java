package org.kakehashi.negotiation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.TechnologyField;
import org.kakehashi.shared.ThreeValued;

/**
 * What the page of a seed or a need says. What was not specified is left out.
 *
 * @param kind Seed or Need
 * @param texts the long ones, in the record's own language
 * @param facts the short ones
 */
record RecordFile(
        String number,
        String kind,
        String title,
        String language,
        String status,
        @Nullable String statusReason,
        List<Fact> texts,
        List<Fact> facts) {

    record Fact(String label, String text) {}

    static RecordFile of(Seed seed) {
        SeedContent content = seed.content();
        var texts = new Facts();
        texts.add("Outline", content.texts().outline());
        texts.add("Purpose", content.texts().purpose());
        texts.add("Effect", content.texts().effect());
        texts.add("Applicable products", content.texts().applicableProducts());
        texts.add("Advantage over other solutions", content.texts().advantage());
        texts.add("Publications", content.texts().publications());
        texts.add("Wishes for a licence", content.licence().wishes());
        texts.add("Wishes for an assignment", content.assignment().wishes());
        return new RecordFile(
                seed.number(),
                "Seed",
                seed.title(),
                seed.language(),
                words(seed.status()),
                seed.statusReason(),
                texts.list,
                facts(seed));
    }

    private static List<Fact> facts(Seed seed) {
        SeedContent content = seed.content();
        var facts = new Facts();
        SeedContent.Patent patent = content.patent();
        facts.add("Invention", patent.inventionName());
        facts.add("Applicant", patent.applicant());
        facts.add("Patentee", patent.patentee());
        facts.add("Application", patent.applicationNumber());
        facts.add("Applied for on", patent.applicationDate());
        facts.add("Publication", patent.publicationNumber());
        facts.add("Registration", patent.registrationNumber());
        if (patent.unpublished()) {
            facts.add("Publicity", "unpublished: only seven items may be shown outside the programme");
        }
        facts.add("Related patents in Japan", patent.relatedAtHome());
        facts.add("Related patents abroad", patent.relatedAbroad());
        facts.add("Fields", fields(seed.technologyFields().stream()));
        facts.add("IPC", String.join(", ", patent.ipc()));
        facts.add("INPIT fields", String.join(", ", content.topics().fields()));
        facts.add("Functions", String.join(", ", content.topics().functions()));
        SeedContent.LicenceTerms licence = content.licence();
        facts.add("Licence offered", licence.offered());
        facts.add("Kind of licence", licence.kindText().isEmpty() ? english(licence.kind()) : licence.kindText());
        facts.add("Lump sum", licence.lumpSum());
        facts.add("Running royalty", licence.royalty());
        facts.add("Licensees in Japan", licence.domestic());
        facts.add("Licensees abroad", licence.foreign());
        SeedContent.AssignmentTerms assignment = content.assignment();
        facts.add("Assignment offered", assignment.offered());
        facts.add("Assignment for a lump sum", assignment.lumpSum());
        facts.add("Assignees in Japan", assignment.domestic());
        facts.add("Assignees abroad", assignment.foreign());
        SeedContent.Maturity maturity = content.maturity();
        facts.add("Maturity", maturity.trl() == null ? null : "TRL " + maturity.trl() + " of 9");
        facts.add("Know-how", maturity.knowHow());
        facts.add("Training", maturity.training());
        facts.add("Samples", maturity.samples());
        facts.add("Worked before", maturity.workedBefore());
        facts.add("Licensed before", maturity.licensedBefore());
        facts.add("Co-owners", String.join(", ", content.ownership().coOwners()));
        facts.add("Public funding", content.ownership().publiclyFunded() ? "yes" : null);
        facts.add("Listed as", content.listing().registrant());
        facts.add("Kind of registrant", content.listing().registrantType());
        facts.add("Listed on", content.listing().registeredOn());
        facts.add("Listing updated on", content.listing().updatedOn());
        facts.add("Renewal due", seed.renewalDue());
        return facts.list;
    }

    static RecordFile of(Need need) {
        NeedContent content = need.content();
        var texts = new Facts();
        texts.add("Problem", content.problem());
        texts.add("Specification", content.specification());
        var facts = new Facts();
        facts.add("Fields", fields(need.technologyFields().stream()));
        facts.add("IPC", String.join(", ", content.ipc()));
        facts.add("Wanted", english(content.wantedKind()));
        facts.add(
                "Budget",
                content.budgetYen() == null ? null : String.format(Locale.ROOT, "JPY %,d", content.budgetYen()));
        facts.add("Needed by", content.deadline());
        facts.add("Region", content.region() == null ? null : content.region().english());
        facts.add("Name", content.nameMayBeShown() ? "may be shown" : "may not be shown outside the programme");
        facts.add("Hearing", need.hearingOn());
        return new RecordFile(
                need.number(),
                "Need",
                need.title(),
                need.language(),
                words(need.status()),
                need.statusReason(),
                texts.list,
                facts.list);
    }

    private static String words(Enum<?> value) {
        return StringUtils.capitalize(value.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String fields(Stream<TechnologyField> fields) {
        return fields.sorted().map(TechnologyField::english).collect(Collectors.joining(", "));
    }

    private static @Nullable String english(@Nullable LicenceKind kind) {
        return kind == null ? null : kind.english();
    }

    private static final class Facts {

        private final List<Fact> list = new ArrayList<>();

        void add(String label, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                list.add(new Fact(label, text.strip()));
            }
        }

        void add(String label, @Nullable LocalDate date) {
            add(label, date == null ? null : date.toString());
        }

        void add(String label, Condition condition) {
            String answer = condition.value() == ThreeValued.NOT_SPECIFIED ? "" : words(condition.value());
            add(
                    label,
                    Stream.of(answer, condition.text())
                            .filter(StringUtils::isNotBlank)
                            .collect(Collectors.joining(": ")));
        }

        void add(String label, ThreeValued answer) {
            if (answer != ThreeValued.NOT_SPECIFIED) {
                list.add(new Fact(label, words(answer)));
            }
        }
    }
}
