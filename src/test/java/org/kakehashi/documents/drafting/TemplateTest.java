package org.kakehashi.documents.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.Party;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

class TemplateTest {

    static Stream<Arguments> templates() {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind != DocumentKind.TECHNICAL && kind != DocumentKind.OTHER)
                .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachThatTheProductBringsPassesItsOwnCheckAndLeavesNoFieldUnfilled(DocumentKind kind, Language language) {
        Draft draft = Template.of(kind, language, brought(kind, language)).fill(matter(full()));
        assertThat(draft.title()).isNotEmpty();
        assertThat(draft.blocks())
                .hasSizeGreaterThan(4)
                .allSatisfy(block -> assertThat(block.text()).isNotBlank().doesNotContain("{{", "[", "##"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachComesBackFromWordAsItWasWritten(DocumentKind kind, Language language) {
        Draft draft = Template.of(kind, language, brought(kind, language)).fill(matter(full()));
        List<String> read = WordFile.paragraphs(new ByteArrayInputStream(WordFile.write(draft)));
        assertThat(read.get(0)).isEqualTo(draft.title());
        assertThat(read.subList(1, read.size()))
                .isEqualTo(draft.blocks().stream().map(Draft.Block::text).toList());
    }

    @Test
    void aLicenceWithAllTermsHasAll17ClausesInOrder() {
        assertThat(headings(draft(DocumentKind.LICENCE_AGREEMENT, Language.ENGLISH, full())))
                .containsExactly(
                        "Article 1  Definitions",
                        "Article 2  Grant",
                        "Article 3  Prohibitions",
                        "Article 4  Fees and reports",
                        "Article 5  Books and audit",
                        "Article 6  No refund",
                        "Article 7  Improvements",
                        "Article 8  Trade marks",
                        "Article 9  Third-party rights",
                        "Article 10  Confidentiality",
                        "Article 11  Term",
                        "Article 12  Termination",
                        "Article 13  After termination",
                        "Article 14  Damages",
                        "Article 15  Survival",
                        "Article 16  Governing law and disputes",
                        "Article 17  Good-faith consultation");
        assertThat(headings(draft(DocumentKind.LICENCE_AGREEMENT, Language.JAPANESE, full())))
                .hasSize(17)
                .startsWith("第1条（定義）", "第2条（許諾）");
    }

    /** Each combination of payments, improvements and acts. */
    static Stream<Arguments> combinations() {
        return Stream.of(0, 1_000_000).flatMap(upfront -> Stream.of("0", "3.5").flatMap(royalty -> Stream.of(
                        false, true)
                .flatMap(tiers -> Stream.of(0, 200_000).flatMap(minimum -> Stream.of("", "JPY 500,000 at launch")
                        .flatMap(milestones -> Stream.of("", "Each keeps its own")
                                .flatMap(improvements -> Stream.of(Act.MAKE, Act.SELL)
                                        .map(act -> Arguments.of(
                                                upfront, royalty, tiers, minimum, milestones, improvements, act))))))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aClauseStandsExactlyWhenItsTermSaysSo(
            int upfront, String royalty, boolean tiers, int minimum, String milestones, String improvements, Act act) {
        boolean running = !royalty.equals("0") || tiers;
        boolean money = upfront > 0 || running || minimum > 0 || !milestones.isEmpty();
        Terms terms = terms(
                LicenceKind.NON_EXCLUSIVE,
                act,
                Sublicensing.NOT_ALLOWED,
                upfront,
                royalty,
                tiers,
                minimum,
                milestones,
                improvements,
                "");
        for (Language language : Language.values()) {
            Draft draft = draft(DocumentKind.LICENCE_AGREEMENT, language, terms);
            assertStands(draft, language.choose("Fees and reports", "対価及び報告"), money);
            assertStands(draft, language.choose("No refund", "不返還"), money);
            assertStands(draft, language.choose("Books and audit", "帳簿及び監査"), running);
            assertStands(draft, language.choose("Improvements", "改良発明"), !improvements.isEmpty());
            assertStands(draft, language.choose("Trade marks", "商標"), act == Act.SELL);
            assertThat(words(draft).contains(language.choose("reports Net Sales", "純売上高及び実施料を")))
                    .isEqualTo(running);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ALLOWED, may not grant sublicences, with the Licensor's prior written consent",
        "WITH_CONSENT, with the Licensor's prior written consent, may not grant sublicences",
        "ALLOWED, answers for its sublicensees, may not grant sublicences"
    })
    void sublicensingIsAsAgreed(Sublicensing answer, String said, String unsaid) {
        Terms terms = terms(LicenceKind.NON_EXCLUSIVE, Act.MAKE, answer, 0, "1", false, 0, "", "", "");
        assertThat(words(draft(DocumentKind.LICENCE_AGREEMENT, Language.ENGLISH, terms)))
                .contains(said)
                .doesNotContain(unsaid);
    }

    @ParameterizedTest
    @CsvSource({"EXCLUSIVE_REGISTERED, true, true", "EXCLUSIVE, true, false", "NON_EXCLUSIVE, false, false"})
    void theGrantIsAsExclusiveAsAgreed(LicenceKind kind, boolean exclusive, boolean registered) {
        String words = words(draft(
                DocumentKind.LICENCE_AGREEMENT,
                Language.ENGLISH,
                terms(kind, Act.MAKE, Sublicensing.NOT_ALLOWED, 0, "1", false, 0, "", "", "")));
        assertThat(words.contains("The right is exclusive")).isEqualTo(exclusive);
        assertThat(words.contains("The right is not exclusive")).isEqualTo(!exclusive);
        assertThat(words.contains("registration at the patent office")).isEqualTo(registered);
    }

    @Test
    void anAssignmentHasNeitherSublicensingNorATerm() {
        Terms terms =
                terms(LicenceKind.ASSIGNMENT, Act.MAKE, Sublicensing.NOT_ALLOWED, 9_000_000, "0", false, 0, "", "", "");
        Draft draft = draft(DocumentKind.ASSIGNMENT, Language.ENGLISH, terms);
        assertThat(words(draft)).contains("JPY 9,000,000").doesNotContain("sublicen");
        assertThat(headings(draft)).noneMatch(heading -> heading.endsWith("Term") || heading.contains("Books"));
        assertThat(words(draft(DocumentKind.TERM_SHEET, Language.ENGLISH, terms)))
                .doesNotContain("Sublicensing");
    }

    @Test
    void whatAPartyWroteIsNeverReadAsAField() {
        Terms terms = terms(
                LicenceKind.NON_EXCLUSIVE,
                Act.MAKE,
                Sublicensing.NOT_ALLOWED,
                0,
                "1",
                false,
                0,
                "",
                "",
                "{{licensor}} pays $1 \\ more");
        assertThat(words(draft(DocumentKind.LICENCE_AGREEMENT, Language.ENGLISH, terms)))
                .contains("{{licensor}} pays $1 \\ more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{licensor}} | {{licenser}} | The field \"{{licenser}}\" is not known.",
                "## fees: Fees | ## fee: Fees | The clause \"fees\" is missing from the template.",
                "## fees: Fees | ## fee: Fees | The clause \"fee\" is not known",
                "## books: Books | ## fees: Books | The clause \"fees\" stands twice in the template.",
                "[royalty] | [royalties] | The condition \"[royalties]\" is not known.",
                "# Licence Agreement | Licence Agreement | The template must begin with a line such as",
                "## books: Books | ## Books | must name its clause"
            })
    void aFaultyTemplateIsRefusedWithASentenceThatNamesTheFault(String right, String wrong, String sentence) {
        String text = brought(DocumentKind.LICENCE_AGREEMENT, Language.ENGLISH).replace(right, wrong);
        assertThatThrownBy(() -> Template.of(DocumentKind.LICENCE_AGREEMENT, Language.ENGLISH, text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private static void assertStands(Draft draft, String heading, boolean stands) {
        assertThat(headings(draft).stream().anyMatch(each -> each.contains(heading)))
                .as(heading)
                .isEqualTo(stands);
    }

    private static Draft draft(DocumentKind kind, Language language, Terms terms) {
        return Template.of(kind, language, brought(kind, language)).fill(matter(terms));
    }

    private static List<String> headings(Draft draft) {
        return draft.blocks().stream()
                .filter(Draft.Block::heading)
                .map(Draft.Block::text)
                .toList();
    }

    private static String words(Draft draft) {
        return String.join("\n", draft.blocks().stream().map(Draft.Block::text).toList());
    }

    private static Matter matter(Terms terms) {
        LicensingCase licensingCase = mock();
        when(licensingCase.number()).thenReturn("L-2026-000012");
        when(licensingCase.seedNumber()).thenReturn("S-2026-000007");
        when(licensingCase.seedTitle()).thenReturn("Lamp that follows the eye");
        when(licensingCase.needNumber()).thenReturn("N-2026-000009");
        when(licensingCase.needTitle()).thenReturn("Light for night work");
        when(licensingCase.party(any()))
                .thenAnswer(call -> new Party(
                        UUID.randomUUID(),
                        call.getArgument(0) == Side.LICENSOR ? "Hikari Kogaku K.K." : "瀬戸内照明株式会社",
                        null,
                        null,
                        "integrator"));
        return new Matter(licensingCase, terms, null, null, LocalDate.of(2026, 11, 23));
    }

    private static Terms full() {
        return terms(
                LicenceKind.NON_EXCLUSIVE,
                Act.SELL,
                Sublicensing.WITH_CONSENT,
                3_000_000,
                "3.5",
                true,
                200_000,
                "JPY 500,000 at launch",
                "Each keeps its own",
                "60 days' notice");
    }

    private static Terms terms(
            LicenceKind kind,
            Act act,
            Sublicensing sublicensing,
            int upfront,
            String royalty,
            boolean tiers,
            int minimum,
            String milestones,
            String improvements,
            String termination) {
        return new Terms(
                kind,
                "Lamps for night work",
                "Japan",
                Set.of(act),
                kind == LicenceKind.ASSIGNMENT ? null : 5,
                sublicensing,
                BigDecimal.valueOf(upfront),
                new BigDecimal(royalty),
                tiers ? List.of(new RoyaltyTier(new BigDecimal("100000000"), new BigDecimal("2"))) : List.of(),
                BigDecimal.valueOf(minimum),
                milestones,
                "",
                improvements,
                "",
                "",
                "",
                termination,
                "Japan");
    }

    private static String brought(DocumentKind kind, Language language) {
        String name = "/drafting/%s.%s.txt".formatted(kind.name().toLowerCase(Locale.ROOT), language.code());
        try (InputStream file = Objects.requireNonNull(TemplateTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
