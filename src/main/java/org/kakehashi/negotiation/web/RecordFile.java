package org.kakehashi.negotiation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
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
        texts.add("Outline", content.outline());
        texts.add("Purpose", content.purpose());
        texts.add("Effect", content.effect());
        texts.add("Applicable products", content.applicableProducts());
        texts.add("Advantage over other solutions", content.advantage());
        texts.add("Wishes for a licence", content.licence().wishes());
        texts.add("Wishes for an assignment", content.assignment().wishes());
        var facts = new Facts();
        facts.add("Invention", content.inventionName());
        facts.add("Applicant", content.applicant());
        facts.add("Application", content.applicationNumber());
        facts.add("Publication", content.publicationNumber());
        facts.add("Registration", content.registrationNumber());
        if (content.unpublished()) {
            facts.add("Publicity", "unpublished: only seven items may be shown outside the programme");
        }
        facts.add("Fields", fields(seed.technologyFields().stream()));
        facts.add("IPC", String.join(", ", content.ipc()));
        facts.add("Licence offered", content.licence().offered());
        facts.add("Kind of licence", english(content.licence().kind()));
        facts.add("Lump sum", content.licence().lumpSum());
        facts.add("Running royalty", content.licence().royalty());
        facts.add("Domestic licensees only", content.licence().domestic());
        facts.add("Assignment offered", content.assignment().offered());
        facts.add("Assignment for a lump sum", content.assignment().lumpSum());
        facts.add("Maturity", content.trl() == null ? null : "TRL " + content.trl() + " of 9");
        facts.add("Know-how", content.knowHow());
        facts.add("Training", content.training());
        facts.add("Samples", content.samples());
        facts.add("Worked before", content.workedBefore());
        facts.add("Licensed before", content.licensedBefore());
        facts.add("Co-owners", String.join(", ", content.coOwners()));
        facts.add("Public funding", content.publiclyFunded() ? "yes" : null);
        facts.add("Renewal due", seed.renewalDue() == null ? null : Objects.toString(seed.renewalDue()));
        return new RecordFile(
                seed.number(),
                "Seed",
                seed.title(),
                seed.language(),
                words(seed.status()),
                seed.statusReason(),
                texts.list,
                facts.list);
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
        facts.add("Needed by", content.deadline() == null ? null : Objects.toString(content.deadline()));
        facts.add("Region", content.region() == null ? null : content.region().english());
        facts.add("Name", content.nameMayBeShown() ? "may be shown" : "may not be shown outside the programme");
        facts.add("Hearing", need.hearingOn() == null ? null : Objects.toString(need.hearingOn()));
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

        void add(String label, ThreeValued answer) {
            if (answer != ThreeValued.NOT_SPECIFIED) {
                list.add(new Fact(label, answer.name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
