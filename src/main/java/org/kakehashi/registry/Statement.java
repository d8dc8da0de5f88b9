package org.kakehashi.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent.AssignmentTerms;
import org.kakehashi.registry.SeedContent.LicenceTerms;
import org.kakehashi.registry.SeedContent.Maturity;
import org.kakehashi.registry.SeedContent.Patent;
import org.kakehashi.registry.SeedContent.Texts;
import org.kakehashi.shared.ThreeValued;

/**
 * One thing that a seed says, as the programme's people read it.
 *
 * @param label says what it is about; no two statements of a seed bear the same
 * @param prose whether it is a longer text in the seed's own language
 */
public record Statement(String label, String text, boolean prose) {

    /** All that a seed says; what was not specified is left out. */
    public static List<Statement> of(SeedContent content) {
        var said = new Said();
        texts(content, said);
        patent(content, said);
        licence(content.licence(), said);
        assignment(content.assignment(), said);
        maturity(content.maturity(), said);
        said.fact("Co-owners", String.join(", ", content.ownership().coOwners()));
        said.fact("Owner", content.ownership().registrantOwns() ? "" : "somebody else than the registrant");
        said.fact(
                "Power of attorney",
                content.ownership().powerOfAttorney() ? "said to be at hand; once handed in it lies under Files" : "");
        said.fact("Public funding", content.ownership().publiclyFunded() ? "yes" : "");
        said.fact("Listed as", content.listing().registrant());
        said.fact("Kind of registrant", content.listing().registrantType());
        said.fact("Listed on", content.listing().registeredOn());
        said.fact("Listing updated on", content.listing().updatedOn());
        return said.list;
    }

    private static void texts(SeedContent content, Said said) {
        Texts texts = content.texts();
        said.fact("Title", texts.title());
        said.prose("Outline", texts.outline());
        said.prose("Purpose", texts.purpose());
        said.prose("Effect", texts.effect());
        said.prose("Applicable products", texts.applicableProducts());
        said.prose("Advantage over other solutions", texts.advantage());
        said.prose("Publications", texts.publications());
        said.prose("Wishes for a licence", content.licence().wishes());
        said.prose("Wishes for an assignment", content.assignment().wishes());
    }

    private static void patent(SeedContent content, Said said) {
        Patent patent = content.patent();
        said.fact("Invention", patent.inventionName());
        said.fact("Applicant", patent.applicant());
        said.fact("Patentee", patent.patentee());
        said.fact("Application", patent.applicationNumber());
        said.fact("Applied for on", patent.applicationDate());
        said.fact("Publication", patent.publicationNumber());
        said.fact("Registration", patent.registrationNumber());
        said.fact(
                "Publicity",
                patent.unpublished() ? "unpublished: only seven items may be shown outside the programme" : "");
        said.fact("Related patents in Japan", patent.relatedAtHome());
        said.fact("Related patents abroad", patent.relatedAbroad());
        said.fact("Expires on", patent.expiresOn());
        said.fact("IPC", String.join(", ", patent.ipc()));
        said.fact("INPIT fields", String.join(", ", content.topics().fields()));
        said.fact("Functions", String.join(", ", content.topics().functions()));
    }

    private static void licence(LicenceTerms licence, Said said) {
        said.answer("Licence offered", licence.offered());
        said.fact(
                "Kind of licence",
                licence.kindText().isEmpty() && licence.kind() != null
                        ? licence.kind().english()
                        : licence.kindText());
        said.condition("Lump sum", licence.lumpSum());
        said.condition("Running royalty", licence.royalty());
        said.condition("Licensees in Japan", licence.domestic());
        said.condition("Licensees abroad", licence.foreign());
    }

    private static void assignment(AssignmentTerms assignment, Said said) {
        said.answer("Assignment offered", assignment.offered());
        said.condition("Assignment for a lump sum", assignment.lumpSum());
        said.condition("Assignees in Japan", assignment.domestic());
        said.condition("Assignees abroad", assignment.foreign());
    }

    private static void maturity(Maturity maturity, Said said) {
        said.fact("Maturity", maturity.trl() == null ? "" : "TRL " + maturity.trl() + " of 9");
        said.answer("Know-how", maturity.knowHow());
        said.answer("Training", maturity.training());
        said.answer("Samples", maturity.samples());
        said.answer("Worked before", maturity.workedBefore());
        said.answer("Licensed before", maturity.licensedBefore());
    }

    static String words(Condition condition) {
        return Stream.of(word(condition.value()), condition.text())
                .filter(StringUtils::isNotBlank)
                .collect(Collectors.joining(": "));
    }

    private static String word(ThreeValued answer) {
        return answer == ThreeValued.NOT_SPECIFIED ? "" : answer.name().toLowerCase(Locale.ROOT);
    }

    private static final class Said {

        private final List<Statement> list = new ArrayList<>();

        void prose(String label, String text) {
            add(label, text, true);
        }

        void fact(String label, @Nullable String text) {
            add(label, StringUtils.defaultString(text), false);
        }

        void fact(String label, @Nullable LocalDate date) {
            fact(label, date == null ? "" : date.toString());
        }

        void answer(String label, ThreeValued answer) {
            fact(label, word(answer));
        }

        void condition(String label, Condition condition) {
            fact(label, words(condition));
        }

        private void add(String label, String text, boolean prose) {
            if (!text.isBlank()) {
                list.add(new Statement(label, text.strip(), prose));
            }
        }
    }
}
