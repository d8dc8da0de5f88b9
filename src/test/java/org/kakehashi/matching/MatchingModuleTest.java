package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class MatchingModuleTest {

    private static final String ADVISER = "adviser-13";

    @Autowired
    Matching matching;

    @Autowired
    Matches matches;

    @Autowired
    Records records;

    @Test
    void findsFromEitherEndAndSaysWhy() {
        String seed = records.seed(
                "Fluoride glass separator",
                "A separator of fluoride glass lets lithium ions pass and stops dendrites in a cell.",
                "H01M 50/409");
        String need = records.need(
                "Safer cells",
                "Dendrites pierce the separator of our lithium cells; we look for a fluoride separator.",
                "H01M 50/40");

        Candidate forNeed = candidate(matching.candidatesFor(need, 10), seed, need);
        Candidate forSeed = candidate(matching.candidatesFor(seed, 10), seed, need);

        assertThat(forNeed.band()).isEqualTo(Band.HIGH);
        assertThat(forSeed.band()).isEqualTo(Band.HIGH);
        assertThat(forNeed.reasons())
                .anySatisfy(
                        reason -> assertThat(reason).startsWith("Both are classified in H01M 50 (electrical machinery"))
                .anySatisfy(reason ->
                        assertThat(reason).startsWith("Shared words: ").contains("fluoride", "dendrites", "separator"))
                .contains("Offered as wanted: non-exclusive licence");
    }

    @Test
    void findsAcrossLanguagesByClassification() {
        UUID owner = records.organisation("株式会社瀬戸内酵素");
        String seed = records.seed(owner, "ja", "耐熱性セルラーゼ", "高温で失活しないセルラーゼとその製造方法。", "C12N 9/42");
        String need = records.need(
                "Enzymes for hot mash", "Our mash tun runs hot and common enzymes lose their activity.", "C12N 9/42");

        assertThat(candidate(matching.candidatesFor(need, 10), seed, need).reasons())
                .anySatisfy(reason -> assertThat(reason).contains("different languages"));
    }

    @Test
    void findsJapaneseByJapanese() {
        UUID owner = records.organisation("公立大学法人北上");
        String seed = records.seed(owner, "ja", "橋梁の振動検出", "光ファイバを用いて橋梁の微小な振動を検出する装置。");
        UUID seeker = records.organisation("有限会社橋守");
        String need = records.need(seeker, "ja", "橋の見守り", "老朽化した橋梁の振動を光ファイバで検出したい。");

        assertThat(candidate(matching.candidatesFor(need, 10), seed, need).reasons())
                .anySatisfy(reason -> assertThat(reason).contains("橋梁", "振動"));
    }

    @Test
    void ofAnUnpublishedApplicationOnlyTheTitleIsSearched() {
        String seed =
                records.unpublishedSeed("Silk suture", "Sericin coated threads dissolve in saline.", "A61L 17/00");
        String byTitle = records.need("Surgery", "A suture of silk for surgery on small animals.", "A61L 17/00");
        String byOutline =
                records.need("Threads", "Threads coated with sericin that dissolve in saline.", "A61L 17/00");

        assertThat(candidate(matching.candidatesFor(byTitle, 10), seed, byTitle).reasons())
                .noneMatch(reason -> reason.contains("A61L"));
        assertThat(matching.candidatesFor(byOutline, 50))
                .noneMatch(candidate -> candidate.seedNumber().equals(seed));
    }

    @Test
    void neverProposesToTheSameOrganisation() {
        UUID both = records.organisation("Both Sides KK");
        String seed =
                records.seed(both, "en", "Peat filter", "A filter of pressed peat binds arsenic from well water.");
        String need =
                records.need(both, "en", "Arsenic", "Well water holds arsenic; a filter shall bind it, peat or not.");

        assertThat(matching.candidatesFor(need, 50))
                .noneMatch(candidate -> candidate.seedNumber().equals(seed));
        assertThatThrownBy(() -> matching.introduced(seed, need)).isInstanceOf(Refusal.class);
    }

    @Test
    void proposesOnceHoweverOftenAsked() {
        String seed = records.seed("Kelp plaster", "A plaster of kelp alginate and lime regulates humidity indoors.");
        String need = records.need("Humidity", "Indoor humidity shall be regulated by plaster, kelp or lime based.");

        Match first = match(matching.propose(need), seed);
        Match again = match(matching.propose(need), seed);
        Match fromOtherEnd = match(matching.propose(seed), seed);

        assertThat(again.number()).isEqualTo(first.number());
        assertThat(fromOtherEnd.number()).isEqualTo(first.number());
        assertThat(matches.hasProposed(seed)).isTrue();
        assertThat(matches.hasProposed(need)).isTrue();
    }

    @Test
    void aDeclinedPairDoesNotComeBack() {
        String seed = records.seed("Snow fence", "A porous fence of bamboo keeps drifting snow off railway tracks.");
        String need =
                records.need("Drifting snow", "Drifting snow blocks our railway tracks, a porous fence may help.");
        Match match = match(matching.propose(need), seed);

        matching.decline(match.number(), DeclineReason.CONDITIONS, null, ADVISER);

        assertThat(matching.candidatesFor(need, 50))
                .noneMatch(candidate -> candidate.seedNumber().equals(seed));
        assertThat(matching.propose(seed))
                .noneMatch(proposed -> proposed.needNumber().equals(need));
        assertThatThrownBy(() -> matching.accept(match.number(), ADVISER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has already been declined by " + ADVISER);
    }

    @Test
    void aPairDeclinedForItsConditionsComesBackOnceTheyHaveChanged() {
        String title = "Otter gate";
        String outline = "A gate of larch in a weir lets otters pass and keeps drifting branches out.";
        String seed = records.seed(title, outline);
        String need = records.need("Otters", "Otters cannot pass our weir; a gate must keep drifting branches out.");
        Match match = match(matching.propose(need), seed);
        matching.decline(match.number(), DeclineReason.CONDITIONS, null, ADVISER);

        records.change(seed, Records.seedContent("en", title, outline + " It needs no power.", false));
        matching.propose(need);
        assertThat(matching.match(match.number()).status()).isEqualTo(Match.Status.DECLINED);

        records.change(seed, Records.seedContent("en", title, outline, false, ThreeValued.NO));

        assertThat(match(matching.propose(need), seed).number()).isEqualTo(match.number());
        assertThat(matching.match(match.number()).declineReason()).isNull();
        matching.accept(match.number(), ADVISER);
    }

    @Test
    void aPairThatTheCompanyDoesNotWantNeverComesBack() {
        String title = "Heron scarer";
        String seed = records.seed(title, "A kite in the shape of an eagle keeps herons from carp ponds.");
        String need = records.need("Carp", "Herons take carp from our ponds; kites or eagles may scare them.");
        Match match = match(matching.propose(need), seed);
        matching.decline(match.number(), DeclineReason.COMPANY_NOT_INTERESTED, null, ADVISER);

        records.change(
                seed,
                Records.seedContent("en", title, "A better kite keeps herons from ponds.", false, ThreeValued.NO));

        assertThat(matching.candidatesFor(need, 50))
                .noneMatch(candidate -> candidate.seedNumber().equals(seed));
    }

    @Test
    void theSideThatAcceptsAMatchHasFoundItAndTheOtherConfirms() {
        String seed = records.seed("Reed organ", "A reed organ driven by the draught of a charcoal kiln.");
        records.waitUntilTheNewsIsRound(seed);
        String need = records.need("Kiln draught", "The draught of charcoal kilns shall drive an organ of reeds.");
        Match match = match(matching.propose(seed), seed);
        assertThat(match.foundFrom()).isEqualTo(Side.LICENSOR);

        matching.acceptFor(need, match.number(), ADVISER);

        assertThat(matching.match(match.number()).foundFrom()).isEqualTo(Side.LICENSEE);
    }

    @Test
    void anotherReasonNeedsWords() {
        String seed =
                records.seed("Rice straw board", "A board pressed of rice straw without resin for partition walls.");
        String need = records.need("Walls", "Partition walls without resin, pressed board of straw preferred.");
        Match match = match(matching.propose(need), seed);

        assertThatThrownBy(() -> matching.decline(match.number(), DeclineReason.OTHER, " ", ADVISER))
                .isInstanceOf(Refusal.class);
        matching.decline(match.number(), DeclineReason.OTHER, "The board burns too well", ADVISER);

        assertThat(matches.findById(match.number()).orElseThrow().declineText()).isEqualTo("The board burns too well");
    }

    @Test
    void whatIsNoLongerOpenIsNeitherShownNorAccepted() {
        String seed = records.seed("Eel ladder", "A ladder of brushes lets young eels climb over a weir at night.");
        String need = records.need("Weir", "Young eels cannot climb our weir; a ladder of brushes is considered.");
        Match match = match(matching.propose(seed), seed);

        records.close(need);

        assertThat(matching.proposals(seed)).isEmpty();
        assertThatThrownBy(() -> matching.accept(match.number(), ADVISER)).hasMessageContaining("no longer open");
    }

    @Test
    void anIntroductionIsTheAcceptedMatchOfThePair() {
        String seed = records.seed("Mist net", "A net of hydrophobic fibres harvests water from mist on dry slopes.");
        String need = records.need("Irrigation", "Something else entirely.");

        Match match = matching.introduced(seed, need);

        assertThat(match.status()).isEqualTo(Match.Status.ACCEPTED);
        assertThat(matching.introduced(seed, need).number()).isEqualTo(match.number());
    }

    @Test
    void saysWhereThereIsNotEnoughToMatchOn() {
        for (String text : List.of("\u200B", "the of and", "quoxwyzzle", "<p></p>")) {
            Shortlist shortlist = matching.shortlistFor(records.need("The", text), 10);

            assertThat(shortlist.candidates()).isEmpty();
            assertThat(shortlist.remark()).startsWith("Not enough to match on");
        }
    }

    @Test
    void aVeryLongTextIsSearchedLikeAnyOther() {
        String seed = records.seed("Ochre pigment", "A pigment of calcined ochre resists sunlight on timber facades.");
        String noise = IntStream.range(0, 50_000).mapToObj(i -> "noise" + i).collect(Collectors.joining(" "));
        String need = records.need("Paint", noise + " calcined ochre pigment for timber facades");

        assertThat(candidate(matching.candidatesFor(need, 10), seed, need).band())
                .isEqualTo(Band.HIGH);
    }

    private static Candidate candidate(List<Candidate> candidates, String seed, String need) {
        return candidates.stream()
                .filter(candidate -> candidate.seedNumber().equals(seed)
                        && candidate.needNumber().equals(need))
                .findFirst()
                .orElseThrow(() -> new AssertionError(seed + " with " + need + " is not among " + candidates));
    }

    private static Match match(List<Match> proposed, String seed) {
        return proposed.stream()
                .filter(match -> match.seedNumber().equals(seed))
                .findFirst()
                .orElseThrow(() -> new AssertionError(seed + " is not among " + proposed));
    }
}
