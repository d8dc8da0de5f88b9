package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedContent.Patent;
import org.kakehashi.registry.SeedContent.Texts;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the public sees, in both languages, on a phone and on a desk. */
@HttpTest
class PortalStoryTest {

    private static final String APPLICANT =
            "Birkenhain" + UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    int port;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    Staff staff;

    private static String sheet = "";
    private static String unpublished = "";
    private static String draft = "";

    @AfterAll
    static void forget() {
        sheet = "";
    }

    @BeforeEach
    void records() {
        if (!sheet.isEmpty()) {
            return;
        }
        sheet = seeds.registered(SeedContent.of(
                        "en",
                        new Texts(
                                "Sheet <b>that</b> conducts ions",
                                "A thin sheet carries lithium ions without any liquid. It is cut in open air.",
                                "Cells that cannot leak",
                                "No fire",
                                "Sensors, wearables",
                                "No inert gas",
                                ""),
                        Patent.of("固体電解質シート", APPLICANT, "2020-906640", "9905538", List.of("H01M 10/0562")))
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)
                        .paidBy(ThreeValued.NO, ThreeValued.NOT_SPECIFIED)));
        registration.publish(sheet);
        unpublished = seeds.registered(SeedContent.of(
                "en",
                Texts.of("Valve not yet published", "Secret whiskers of zirconia."),
                new Patent(
                        "Quiet valve",
                        APPLICANT,
                        "",
                        "2026-000777",
                        null,
                        null,
                        null,
                        true,
                        List.of("F16K 1/00"),
                        "",
                        "",
                        null)));
        registration.publish(unpublished);
        draft = seeds.registered(SeedContent.of(
                "en", Texts.of("Draft", "Unchecked."), Patent.of("Draft", APPLICANT, "2026-000778", null, List.of())));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        open("/portal/search?q=" + APPLICANT + "&lang=en").body())
                .contains("2 technologies"));
    }

    private HttpResponse<String> open(String address) {
        return new Visitor(port).open(address);
    }

    @Test
    void whoIsNotSignedInStartsAtThePortal() {
        assertThat(open("/").headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/portal"));
        assertThat(open("/portal?lang=en").body()).contains("Find a technology you may use", "/login");
    }

    @Test
    void aRecordShowsAllThatIsPublicAndNoMarkupOfItsRegistrant() {
        HttpResponse<String> page = open("/portal/seeds/" + sheet + "?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Sheet &lt;b&gt;that&lt;/b&gt; conducts ions", "Cells that cannot leak", "H01M 10/0562")
                .contains("Not specified", "Non-exclusive licence", "lang=\"ja\"", "itemprop=\"abstract\"")
                .doesNotContain("<b>that");
    }

    @Test
    void whoIsInterestedAsksAnAdviserWithoutSayingAgainInWhat() {
        assertThat(open("/portal/seeds/" + sheet + "?lang=en").body()).contains("/consultation?seed=" + sheet);
        assertThat(open("/consultation?lang=en&seed=" + sheet).body())
                .contains("Express your interest", "value=\"" + sheet, "Sheet &lt;b&gt;that&lt;/b&gt; conducts ions");
        assertThat(open("/consultation?lang=en&seed=" + draft).body())
                .contains("What would you like to know?")
                .doesNotContain("value=\"" + draft, "/portal/seeds/" + draft);
    }

    @Test
    void ofAnUnpublishedApplicationSevenItemsAreShown() {
        String page = open("/portal/seeds/" + unpublished + "?lang=en").body();
        assertThat(page).contains("Valve not yet published", "Quiet valve", "2026-000777", APPLICANT);
        assertThat(page).doesNotContain("zirconia", "F16K", "Nomi Institute", "Ishikawa", "Samples");
        assertThat(open("/portal/search?q=zirconia&lang=en").body()).doesNotContain(unpublished);
    }

    @Test
    void whatIsNotPublishedHasNoPage() {
        registration.withdraw(published("Withdrawn kite"), "The owner has sold it.", false);
        assertThat(open("/portal/seeds/" + draft).statusCode()).isEqualTo(404);
        assertThat(open("/portal/seeds/S-2026-999999?lang=ja").body()).contains("ページが見つかりません");
        assertThat(open("/portal/nowhere").statusCode()).isEqualTo(404);
        assertThat(open("/portal/ipc/Z99").statusCode()).isEqualTo(404);
    }

    private String published(String title) {
        String number = seeds.registered(SeedContent.of(
                "en", Texts.of(title, "Flies."), Patent.of(title, "Kite makers", "2026-000779", null, List.of())));
        registration.publish(number);
        return number;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"unbalanced (", "🔋🚗", "the of", "-", "*", "%00", "title:x AND [", "&lt;script>"})
    void noSearchIsAnError(String typed) {
        assertThat(open("/portal/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSearchOfTenThousandCharactersIsAnswered() {
        assertThat(open("/portal/search?lang=en&q=" + URLEncoder.encode("電".repeat(10_000), StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        assertThat(open("/portal/search?page=2147483647&sort=%00&trl=&prefecture=JP-99")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIndexThatIsGoneTakesNoPageDown() {
        staff.engage("portal-administrator", Roles.ADMINISTRATORS);
        Search.mapping(entities).scope(Seed.class).schemaManager().dropIfExisting();

        assertThat(open("/portal/search?q=sheet&lang=en").body())
                .contains("The search is being set up anew", "/portal/seeds/");
        assertThat(open("/portal?lang=en").statusCode()).isEqualTo(200);
        assertThat(open("/portal/fields").statusCode()).isEqualTo(200);
        assertThat(open("/portal/ipc").statusCode()).isEqualTo(200);
        assertThat(open("/portal/seeds/" + sheet + "?lang=en").body()).contains("Cells that cannot leak");
        Visitor administrator = new Visitor(port).signIn("portal-administrator");
        String page = "/administration/search-index";
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(administrator.open(page).body()).contains("It is ready"));
        assertThat(administrator.submit(page, page, "").statusCode()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(administrator.open(page).body()).contains("It is ready"));
        assertThat(open("/portal/search?q=" + APPLICANT + "&lang=en").body()).contains("2 technologies");
    }

    @Test
    void aPageIsKeptForAMinuteSetsNoCookieAndIsNotSentTwice() {
        HttpResponse<String> page = open("/portal/about");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        assertThat(page.headers().allValues("Vary"))
                .anyMatch(vary -> vary.toLowerCase(Locale.ROOT).contains("accept-language"));
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("ETag"))
                .hasValueSatisfying(etag -> assertThat(etag).startsWith("W/"));
    }

    @Test
    void everyPageLeadsToTheOpenData() {
        assertThat(open("/portal").body()).contains("/portal/about", "#open-data");
        assertThat(open("/portal/about").body())
                .contains("/open-data/licensable-patents.csv", "/open-data/licensable-patents.jsonl", "/api/docs");
    }

    @Test
    void searchEnginesAreToldOfEveryRecord() {
        assertThat(open("/robots.txt").body()).contains("Sitemap: ", "Disallow: /portal/search");
        assertThat(open("/sitemap.xml").body()).contains("/sitemaps/0.xml", "/sitemaps/1.xml");
        assertThat(open("/sitemaps/0.xml").body()).contains("/portal/about");
        assertThat(open("/sitemaps/1.xml").body())
                .contains("/portal/seeds/" + sheet)
                .doesNotContain(draft);
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesOnAPhoneAndOnADesk() throws IOException {
        List<String> addresses = List.of(
                "/portal",
                "/portal/search?q=" + APPLICANT,
                "/portal/search?q=" + APPLICANT + "&ipc=H01M&licence=YES&sort=newest",
                "/portal/search?q=nothingatallfits",
                "/portal/seeds/" + sheet,
                "/portal/seeds/" + unpublished,
                "/portal/fields",
                "/portal/ipc",
                "/portal/ipc/H01",
                "/portal/about",
                "/consultation",
                "/consultation?seed=" + sheet,
                "/outcomes",
                "/portal/nowhere");
        try (Browser browser = Browser.open()) {
            for (int width : List.of(390, 1440)) {
                Page page = browser.visit(at("/portal", "en"), width);
                for (String address : addresses) {
                    for (String language : List.of("en", "ja")) {
                        page.navigate(at(address, language));
                        assertThat(new AxeBuilder(page).analyze().getViolations())
                                .as("%s in %s at %d".formatted(address, language, width))
                                .isEmpty();
                        assertThat(page.evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                                .as("%s in %s fits %d".formatted(address, language, width))
                                .isEqualTo(true);
                        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                    }
                }
            }
        }
    }

    private String at(String address, String language) {
        return "http://127.0.0.1:" + port + address + (address.contains("?") ? "&" : "?") + "lang=" + language;
    }

    @Test
    void aVisitorSearchesNarrowsOpensARecordAndChangesTheLanguage() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit(at("/portal", "en"), 1440);
            page.getByLabel("What technology are you looking for?").fill(APPLICANT);
            page.getByLabel("What technology are you looking for?").press("Enter");
            page.waitForURL("**/portal/search?q=*");
            page.locator("#facet-ipc a[href*='ipc=H']").first().click();
            page.waitForURL("**ipc=H**");
            page.getByText("1 technology", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .waitFor();
            page.getByText("Sheet <b>that</b> conducts ions").click();
            page.waitForURL("**/portal/seeds/**");
            page.getByText("日本語").click();
            page.waitForURL("**/portal/seeds/" + sheet + "?lang=ja");
            assertThat(page.locator("h2").allTextContents()).contains("条件", "ご利用の流れ");
        }
    }

    /** The README's picture; made where the documents are written, so that nothing but these records lies in the index. */
    @Test
    @EnabledIfSystemProperty(named = "kakehashi.write-documents", matches = "true")
    void aSearchAsTheReadmeShowsIt() {
        offered(
                "Solid electrolyte sheet that can be handled in air",
                "Particles of a sulphide wear a thin coat of oxide and are cast into a sheet for a solid-state battery.",
                "Nomi Institute of Technology",
                "H01M 10/0562",
                4);
        offered(
                "Battery separator made of paper",
                "Fine fibres of mulberry keep the electrodes of a battery apart and survive 200 degrees.",
                "Niyodo Paper K.K.",
                "H01M 50/44",
                6);
        offered(
                "Charging plan that spares old batteries",
                "The current follows the age of each cell, so that a used battery of a car serves a house for ten years.",
                "Minatogawa Electric",
                "H02J 7/00",
                7);
        offered(
                "Lithium from spent batteries with fruit acids",
                "Citric acid dissolves the metals of a shredded battery at room temperature.",
                "Kaga Chemicals",
                "C22B 26/12",
                5);
        try (Browser browser = Browser.open()) {
            Page page = browser.visit(at("/portal/search?q=battery", "en"), 1440);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                page.reload();
                assertThat(page.locator("h1").textContent()).contains("4 technologies");
            });
            Browser.documentPicture(page, "portal");
        }
    }

    private void offered(String title, String outline, String applicant, String ipc, int readiness) {
        registration.publish(seeds.registered(SeedContent.of(
                        "en", Texts.of(title, outline), Patent.of(title, applicant, "2023-100200", null, List.of(ipc)))
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)
                        .paidBy(ThreeValued.NO, ThreeValued.YES))
                .with(new SeedContent.Maturity(
                        readiness,
                        ThreeValued.YES,
                        ThreeValued.NO,
                        ThreeValued.YES,
                        ThreeValued.YES,
                        ThreeValued.NOT_SPECIFIED))));
    }
}
