package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.Requirement;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class MatchingModuleTest {

    private static final String ADVISER = "adviser-13";

    @Autowired
    Matching matching;

    @Autowired
    Matches matches;

    @Autowired
    Records records;

    @Autowired
    Organisations organisations;

    @Autowired
    Lessons lessons;

    @Autowired
    CompanySearch companies;

    @Autowired
    NightlySearch nightly;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

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
    void neverProposesWithinOneGroup() {
        UUID holding = records.organisation("Group Holding KK");
        String seed = records.seed(
                daughter("Group Water KK", holding),
                "en",
                "Moss filter",
                "A filter of dried moss binds lead from rain water.");
        String need = records.need(
                daughter("Group Rain KK", holding),
                "en",
                "Lead",
                "Rain water holds lead; a filter of moss shall bind it.");
        String others = records.need("Lead", "Rain water holds lead; a filter of moss shall bind it.");

        assertThat(matching.candidatesFor(need, 50))
                .noneMatch(candidate -> candidate.seedNumber().equals(seed));
        assertThat(matching.candidatesFor(seed, 50))
                .extracting(Candidate::needNumber)
                .contains(others)
                .doesNotContain(need);
        assertThat(companies.companiesFor(seed, 20))
                .noneMatch(company -> company.name().startsWith("Group "));
    }

    private UUID daughter(String name, UUID holding) {
        UUID daughter = records.organisation(name);
        transaction.executeWithoutResult(status -> organisations.hold(organisations.owning(daughter), holding));
        return daughter;
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
        matching.propose(seed);
        Match match = matches.findBySeedNumberAndNeedNumber(seed, need).orElseThrow();
        assertThat(matching.proposals(seed)).anyMatch(open -> open.needNumber().equals(need));

        records.close(need);

        assertThat(matching.proposals(seed)).noneMatch(open -> open.needNumber().equals(need));
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
    void oneKnownWordIsNotEnoughToCallAnythingGood() {
        String seed = records.seed("Umbrella handle", "A handle of bent rattan for umbrellas.");

        Shortlist shortlist = matching.shortlistFor(records.need("Rattan", "rattan"), 10);

        assertThat(shortlist.remark()).startsWith("Not enough to match on");
        assertThat(shortlist.candidates())
                .allMatch(candidate -> candidate.band() == Band.LOW)
                .allMatch(candidate -> candidate.seedNumber().equals(seed));
    }

    @Test
    void whatSaysNothingButWhatAllSayIsCalledGoodForNothing() {
        String need = records.need(
                "New solution",
                "We are looking for a new and better solution for our company. Please send proposals in the usual form, with"
                        + " costs and schedule, to our office; we will answer all of them within a month.");

        assertThat(matching.candidatesFor(need, 10)).allMatch(candidate -> candidate.band() == Band.LOW);
    }

    @Test
    void aVeryLongTextIsSearchedLikeAnyOther() {
        String seed = records.seed("Ochre pigment", "A pigment of calcined ochre resists sunlight on timber facades.");
        String noise = IntStream.range(0, 50_000).mapToObj(i -> "noise" + i).collect(Collectors.joining(" "));
        String need = records.need("Paint", noise + " calcined ochre pigment for timber facades");

        assertThat(candidate(matching.candidatesFor(need, 10), seed, need).band())
                .isEqualTo(Band.HIGH);
    }

    @Test
    void findsAcrossLanguagesByTermsKnownInBoth() {
        UUID owner = records.organisation("株式会社瀬戸内窒化");
        String seed = records.seed(owner, "ja", "ＧａＮトランジスタ", "GaN-on-SiC基板上のHEMTのゲートリークを抑える製造方法。");
        String need =
                records.need("Quiet amplifier", "The gate of our HEMT leaks; GaN-on-SiC or plain GaN is welcome.");

        assertThat(candidate(matching.candidatesFor(need, 10), seed, need).reasons())
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("Terms known in both languages: ")
                        .contains("hemt", "gan"))
                .contains("The two are written in different languages, so their texts were hardly compared");
        assertThat(candidate(matching.candidatesFor(seed, 10), seed, need).reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("Terms known in both languages: "));
    }

    @Test
    void whatALanguageWithoutModelSaysIsComparedByItsWordsAlone() {
        UUID owner = records.organisation("合同会社石見和紙");
        String seed = records.seed(owner, "ja", "和紙の防水", "楮の和紙に柿渋を含浸させて水をはじかせる方法。");
        UUID seeker = records.organisation("株式会社雨傘堂");
        String need = records.need(seeker, "ja", "雨傘", "楮の和紙を柿渋のほか何かで含浸し、雨傘に張りたい。");

        assertThat(candidate(matching.candidatesFor(need, 10), seed, need).reasons())
                .contains("Compared by their words alone");
    }

    @Test
    void aConditionThatMustBeMetKeepsASeedOut() {
        String seed = records.seed("Basalt rope", "A rope spun of basalt fibre moors oyster rafts for decades.");
        UUID seeker = records.organisation("Oysters KK");
        String asked = "A rope of basalt fibre or the like shall moor our oyster rafts for decades.";
        String open = records.need(seeker, exclusive(asked, Set.of()));
        String strict = records.need(seeker, exclusive(asked, Set.of(Requirement.LICENCE_KIND)));

        assertThat(candidate(matching.candidatesFor(open, 10), seed, open).reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("Wanted is exclusive licence by contract, but"));
        assertThat(matching.candidatesFor(strict, 10))
                .noneMatch(candidate -> candidate.seedNumber().equals(seed));
    }

    private static NeedContent exclusive(String problem, Set<Requirement> musts) {
        return new NeedContent(
                "en", "Moorings", problem, "", null, null, List.of(), LicenceKind.EXCLUSIVE, null, true, musts);
    }

    @Test
    void aSeedLikeADeclinedOneStandsLowerUntilTheLessonIsTakenBack() {
        String declined = records.seed("Saffron picker", "A comb-like gripper picks saffron crocus flowers at dawn.");
        String like = records.seed("Saffron harvester", "A wheeled comb harvests saffron crocus flowers gently.");
        String need = records.need("Saffron", "Saffron crocus flowers must be picked at dawn, by a comb or gripper.");
        records.waitUntilTheNewsIsRound(declined);
        records.waitUntilTheNewsIsRound(like);
        Match match = match(matching.propose(need), declined);

        matching.decline(match.number(), DeclineReason.WRONG_FIELD, null, ADVISER);

        Candidate lower = candidate(matching.candidatesFor(need, 10), like, need);
        assertThat(lower.reasons()).contains("Ranked lower: like " + declined + ", which was declined");
        assertThat(lessons.page(PageRequest.of(0, 50)))
                .filteredOn(lesson -> lesson.match().number().equals(match.number()))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.effect()).startsWith("Candidates like this one"));

        lessons.undo(match.number(), "manager-1");
        Candidate unbiased = candidate(matching.candidatesFor(need, 10), like, need);
        assertThat(unbiased.reasons()).noneMatch(reason -> reason.startsWith("Ranked lower"));
        assertThat(lower.score()).isLessThan(unbiased.score());
        assertThat(matching.candidatesFor(need, 10))
                .as("the pair itself stays declined")
                .noneMatch(candidate -> candidate.seedNumber().equals(declined));

        lessons.redo(match.number());
        assertThat(candidate(matching.candidatesFor(need, 10), like, need).reasons())
                .anyMatch(reason -> reason.startsWith("Ranked lower"));
    }

    @Test
    void aListTellsWhatIsNewSinceTheLastLook() {
        String first = records.seed("Yuzu press", "A conical press squeezes yuzu without bitter oils of the peel.");
        String need = records.need("Yuzu", "Yuzu juice turns bitter when pressed; a press must spare the peel's oils.");
        Match seen = match(matching.propose(need), first);
        assertThat(seen.isNewTo(Side.LICENSEE)).isTrue();

        matching.seen(need, List.of(seen.number()));
        String second = records.seed("Yuzu spoon", "A vibrating spoon presses yuzu juice and spares the peel's oils.");
        List<Match> later = matching.propose(need);

        assertThat(later.get(0).seedNumber()).isEqualTo(second);
        assertThat(later.get(0).isNewTo(Side.LICENSEE)).isTrue();
        assertThat(match(later, first).isNewTo(Side.LICENSEE)).isFalse();
        assertThat(match(later, first).isNewTo(Side.LICENSOR)).isTrue();
    }

    @Test
    void aSearchLeavesToTheAdviserWhatTheAdviserDecidesOn() {
        String seed = records.seed("Tatami loom", "A loom weaves tatami facings of rush and hemp without selvedge.");
        String need = records.need("Facings", "Tatami facings of rush need a loom that leaves no selvedge.");
        records.waitUntilTheNewsIsRound(seed);
        records.waitUntilTheNewsIsRound(need);
        Match match = match(matching.propose(need), seed);
        change("UPDATE match SET score = 0 WHERE number = ?", match.number());

        transaction.executeWithoutResult(status -> {
            matching.decline(match.number(), DeclineReason.CONDITIONS, null, ADVISER);
            assertThat(CompletableFuture.supplyAsync(() -> matching.propose(need)))
                    .succeedsWithin(Duration.ofSeconds(20));
        });

        assertThat(matching.match(match.number()).status()).isEqualTo(Match.Status.DECLINED);
    }

    @Test
    void anAdviserWhoIsDoneWithAListWaitsForTheSearchThatWeighsItAnew() {
        String seed = records.seed("Sake filter", "A filter of cedar charcoal takes haze out of sake but no aroma.");
        String need =
                records.need("Hazy sake", "Haze shall be filtered out of sake, by charcoal of cedar or the like.");
        records.waitUntilTheNewsIsRound(seed);
        records.waitUntilTheNewsIsRound(need);
        Match match = match(matching.propose(need), seed);
        change("UPDATE match SET score = 0 WHERE number = ?", match.number());

        CompletableFuture<Void> seen = Objects.requireNonNull(transaction.execute(status -> {
            matching.propose(need);
            var done = CompletableFuture.runAsync(() -> matching.seen(need, List.of(match.number())));
            await().until(() -> waitForLocks() > 0);
            return done;
        }));

        assertThat(seen).succeedsWithin(Duration.ofSeconds(20));
        assertThat(matching.match(match.number()))
                .satisfies(marked -> assertThat(marked.isNewTo(Side.LICENSEE)).isFalse())
                .satisfies(marked -> assertThat(marked.score()).isPositive());
    }

    private int waitForLocks() {
        return jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .query(Integer.class)
                .single();
    }

    @Test
    void companiesToAskAreFoundWithoutAnyOpenNeed() {
        String owned = "A raft of cork floats lotus seedlings in ponds polluted by nickel.";
        records.waitUntilTheNewsIsRound(records.seed(records.organisation("Cork Rafts KK"), "en", "Cork raft", owned));
        String former = records.need(
                records.organisation("Lotus Ponds KK"),
                "en",
                "Lotus",
                "Lotus seedlings in ponds of nickel need a raft.");
        records.waitUntilTheNewsIsRound(former);
        records.close(former);
        String seed = records.seed("Lotus raft", "A raft of felt carries lotus seedlings on ponds with nickel.");

        List<CompanySearch.Company> found = companies.companiesFor(seed, 10);

        assertThat(found.get(0).name()).isEqualTo("Lotus Ponds KK");
        assertThat(found.get(0).reasons())
                .containsExactly(new CompanySearch.Reason("Looked for the like once", "Lotus", former));
        assertThat(found).anySatisfy(company -> {
            assertThat(company.name()).isEqualTo("Cork Rafts KK");
            assertThat(company.reasons().get(0).sentence()).startsWith("Owns the like: Cork raft (");
        });
    }

    @Test
    void theNightlySearchProposesWhatWasMissedAndGoesOnWhereItStopped() {
        String need =
                records.need("Zebu", "Zebu calves need a collar that cools them by evaporation in the dry season.");
        records.waitUntilTheNewsIsRound(need);
        String seed = records.seed("Cooling collar", "A collar cools zebu calves by evaporation.");
        records.waitUntilTheNewsIsRound(seed);
        change("DELETE FROM match WHERE need_number = ?", need);
        LocalDate night = LocalDate.of(2031, 3, 3);

        int rounds = 0;
        while (nightly.searchSome(night)) {
            rounds++;
        }

        assertThat(rounds).isPositive();
        assertThat(matches.findBySeedNumberAndNeedNumber(seed, need)).isPresent();
        long all = matches.count();
        change("UPDATE matching_night SET ended_at = NULL, record = '' WHERE night = ?", night);
        while (nightly.searchSome(night)) {
            // the same night once more
        }
        assertThat(matches.count()).isEqualTo(all);
    }

    private void change(String sql, Object parameter) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(parameter).update());
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
