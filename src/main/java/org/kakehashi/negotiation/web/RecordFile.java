package org.kakehashi.negotiation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Statement;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.TechnologyField;

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

    /** @param tool absent where the seed is no research tool */
    static RecordFile of(Seed seed, Optional<ResearchTool> tool) {
        List<Statement> said = Statement.of(seed.content());
        var texts = new Facts();
        said.stream().filter(Statement::prose).forEach(each -> texts.add(each.label(), each.text()));
        var facts = new Facts();
        said.stream()
                .filter(each -> !each.prose() && !each.label().equals("Title"))
                .forEach(each -> facts.add(each.label(), each.text()));
        tool.map(ResearchTool::content)
                .map(ResearchTool.Content::statements)
                .ifPresent(all -> all.forEach(each -> facts.add(each.label(), each.text())));
        facts.add("Fields", fields(seed.technologyFields().stream()));
        facts.add("Renewal due", seed.renewalDue());
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
    }
}
