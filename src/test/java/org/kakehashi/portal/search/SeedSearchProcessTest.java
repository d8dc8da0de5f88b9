package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.Found;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedContent.Patent;
import org.kakehashi.registry.SeedContent.Texts;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;

/** Searches among records that bear one invented applicant, so that no other test's records are among them. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedSearchProcessTest {

    private static final String APPLICANT =
            "Quellbrunn" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    SeedSearch search;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    ResearchTools tools;

    @Autowired
    Seeds repository;

    private String battery = "";
    private String pump = "";
    private String sheet = "";
    private String unpublished = "";
    private String unfinished = "";

    @BeforeEach
    void records() {
        if (!battery.isEmpty()) {
            return;
        }
        battery = published(seed(
                        "en",
                        "Battery that breathes",
                        "Air electrodes for lithium-ion cells; the fuel of the cell is zinc.",
                        "H01M 10/0525")
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)
                        .paidBy(ThreeValued.NO, ThreeValued.YES)));
        pump = published(seed(
                "en",
                "Pump that runs dry",
                "A magnet coupling drives photographic chemicals; a battery may feed it. Fuel cell cooling.",
                "F04D 13/06"));
        sheet = published(seed("ja", "全固体電池用の電解質シート", "センサーの電源に向いた、ねじ留めできる薄いシート。LED照明にも。", "H01M 10/0562"));
        Patent secret = Patent.of("Valve for secrets", APPLICANT, "2026-000777", null, List.of("F16K 1/00"));
        unpublished = published(SeedContent.of(
                "en",
                Texts.of("Valve not yet published", "Zirconia whiskers nobody may read of."),
                new Patent(
                        secret.inventionName(),
                        secret.applicant(),
                        "",
                        secret.applicationNumber(),
                        null,
                        null,
                        null,
                        true,
                        secret.ipc(),
                        "",
                        "",
                        null)));
        unfinished = seeds.registered(seed("en", "Draft of a battery", "Not yet checked.", "H01M 2/00"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(find("").total()).isEqualTo(4));
    }

    private static SeedContent seed(String language, String title, String outline, String ipc) {
        return SeedContent.of(
                language, Texts.of(title, outline), Patent.of(title, APPLICANT, "2024-123456", null, List.of(ipc)));
    }

    private String published(SeedContent content) {
        String number = seeds.registered(content);
        registration.publish(number);
        return number;
    }

    private Found find(String words) {
        return search.find(SeedQuery.everything().saying(APPLICANT + " " + words));
    }

    @Test
    void onlyWhatIsPublishedIsFoundAndTheTitleWeighsMost() {
        assertThat(find("battery").numbers()).containsExactly(battery, pump).doesNotContain(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "batteries, en",
        "PHOTOGRAPHIC, en",
        "photogra*, en",
        "\"fuel cell\", en",
        "lithium-ion, en",
        "固体電池, ja",
        "ｾﾝｻ, ja",
        "センサ－, ja",
        "ネジ, ja",
        "電解質*, ja",
        "led, ja",
        "H01M, both"
    })
    void aWordIsFoundHoweverItIsWritten(String word, String expected) {
        List<String> numbers = find(word).numbers();
        assertThat(find(word).anyWord()).isFalse();
        assertThat(numbers.contains(battery) || numbers.contains(pump)).isEqualTo(!expected.equals("ja"));
        assertThat(numbers.contains(sheet)).isEqualTo(!expected.equals("en"));
    }

    @Test
    void aPhraseIsMoreThanItsWords() {
        assertThat(find("fuel cell").numbers()).containsExactlyInAnyOrder(battery, pump);
        assertThat(find("\"fuel cell\"").numbers()).containsExactly(pump);
        assertThat(find("battery -zinc").numbers()).containsExactly(pump);
    }

    @Test
    void whereNoRecordHasAllWordsThoseWithSomeAreShown() {
        Found some = find("battery unheardofword");
        assertThat(some.anyWord()).isTrue();
        assertThat(some.numbers()).contains(battery, pump);
    }

    @Test
    void aWordThatIsNowhereIsAskedAbout() {
        assertThat(find("electrodse").meant()).endsWith(" electrodes");
        assertThat(search.find(SeedQuery.everything().saying("photogrpahic")).meant())
                .isEqualTo("photographic");
        assertThat(search.find(SeedQuery.everything().saying("xyzzyxyzzy")).meant())
                .isNull();
        assertThat(find("battery").meant()).isNull();
    }

    @Test
    void whatResemblesARecordIsFoundByItsWordsAndClasses() {
        assertThat(search.similar(record(battery), 3)).isNotEmpty().doesNotContain(battery);
        assertThat(search.similar(record(battery), 10_000)).contains(sheet, pump);
    }

    private Seed record(String number) {
        return repository.numbered(number);
    }

    @Test
    void aRecordIsFoundByAnyOfItsNumbers() {
        assertThat(search.find(SeedQuery.everything().saying(battery)).numbers())
                .first()
                .isEqualTo(battery);
        assertThat(find("2026000777").numbers()).containsExactly(unpublished);
    }

    @Test
    void ofAnUnpublishedApplicationSevenItemsAreFoundAndNoMore() {
        assertThat(find("secrets").numbers()).containsExactly(unpublished);
        assertThat(search.find(SeedQuery.everything().saying("zirconia")).total())
                .isZero();
        assertThat(search.find(SeedQuery.everything().saying(APPLICANT).toggle(Facet.IPC, "F16K"))
                        .total())
                .isZero();
    }

    @Test
    void researchToolsAreFoundByBeingSomeAndByTheirKind() {
        var open = new ResearchTool.Terms(ThreeValued.YES, 0L, 12, "");
        tools.describe(
                pump, new ResearchTool.Content(ResearchTool.Type.APPARATUS, open, open, Condition.OPEN, "", "", ""));
        SeedQuery all = SeedQuery.everything().saying(APPLICANT);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        search.find(all.toggle(Facet.TOOL, "YES")).numbers())
                .containsExactly(pump));
        assertThat(search.find(all).counts().get(Facet.TOOL))
                .as("nothing is said of an unpublished application")
                .containsEntry("YES", 1L)
                .containsEntry("NO", 2L);
        assertThat(search.find(all.toggle(Facet.TOOL_TYPE, "APPARATUS")).total())
                .isEqualTo(1);
        tools.forget(pump);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        search.find(all.toggle(Facet.TOOL, "YES")).total())
                .isZero());
    }

    @Test
    void facetsCountHonestlyWhileSeveralValuesAreChosen() {
        SeedQuery all = SeedQuery.everything().saying(APPLICANT);
        assertThat(search.find(all).counts().get(Facet.IPC))
                .containsEntry("H", 2L)
                .containsEntry("F", 1L);
        Found electricity = search.find(all.toggle(Facet.IPC, "H"));
        assertThat(electricity.total()).isEqualTo(2);
        assertThat(electricity.counts().get(Facet.IPC)).containsEntry("F", 1L).containsEntry("H01", 2L);
        assertThat(electricity.counts().get(Facet.ROYALTY))
                .containsEntry("YES", 1L)
                .containsEntry("NOT_SPECIFIED", 1L);
        assertThat(search.find(all.toggle(Facet.IPC, "H").toggle(Facet.IPC, "F04D"))
                        .total())
                .isEqualTo(3);
        assertThat(search.find(all.toggle(Facet.IPC, "H01M 10")).numbers()).containsExactlyInAnyOrder(battery, sheet);
    }

    @Test
    void everyPageUpToTheLastCanBeOpenedAndNoneAfterItFails() {
        SeedQuery all = SeedQuery.everything().saying(APPLICANT);
        assertThat(search.find(all.at(2)).numbers()).isEmpty();
        assertThat(search.find(all.at(2_000_000)).numbers()).isEmpty();
        for (SeedQuery.Order order : SeedQuery.Order.values()) {
            assertThat(search.find(all.sorted(order)).numbers()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the of and",
                "これはの",
                "🔋",
                "\"",
                "((((",
                "*",
                "-",
                "- -the",
                "a*",
                "の*",
                "title:(x OR",
                "\\",
                "%_'",
                "NOT",
                "\u0000",
                "٣٤",
                "a\tb\nc"
            })
    void noTextIsAnError(String typed) {
        assertThat(search.find(SeedQuery.everything().saying(typed)).total()).isNotNegative();
    }

    @Test
    void whereOnlyCommonWordsAreTypedNothingIsLookedFor() {
        assertThat(search.find(SeedQuery.everything().saying("the of")).nothingAsked())
                .isTrue();
        assertThat(search.find(SeedQuery.everything().saying("🔋".repeat(5_000)))
                        .nothingAsked())
                .isTrue();
        assertThat(search.find(SeedQuery.everything().saying("pump ".repeat(2_000)))
                        .cut())
                .isTrue();
    }
}
