package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.portal.saved.MorningPost;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFile;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a visitor of the portal can start: letters about new hits, and a talk about a technology. */
@HttpTest
class VisitorStoryTest {

    private static final String ADVISER = "visited-adviser";

    @LocalServerPort
    int port;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    ResearchTools tools;

    @Autowired
    AgreedCases agreedCases;

    @Autowired
    Transfers transfers;

    @Autowired
    Advisers advisers;

    @Autowired
    Staff staff;

    @Autowired
    Desk desk;

    @Autowired
    MorningPost morningPost;

    @Autowired
    JdbcClient jdbc;

    private final String applicant =
            "Eichengrund" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = UUID.randomUUID() + "@visitor.example";
    private final String save = "/portal/saved/new?lang=en&q=" + applicant;

    @BeforeEach
    void anAdviserOfOkinawa() {
        staff.engage(ADVISER, Roles.ADVISERS);
        if (!advisers.existsById(ADVISER)) {
            advisers.saveAndFlush(new Adviser(
                    ADVISER,
                    new Adviser.Profile(
                            "Higa Rin",
                            null,
                            "higa@example.jp",
                            Prefecture.of("JP-47"),
                            "Prefecture of Okinawa",
                            Set.of(),
                            Set.of("en", "ja"))));
        }
    }

    @Test
    void aVisitorSavesASearchHearsOfANewHitAndStops() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit(at("/portal/search?lang=en&q=" + applicant), 1440);
            page.getByText("Have us write to you when something fits").click();
            look(page, "save-search");
            page.getByLabel("Your mail address").fill("nowhere");
            page.getByText("Save the search").click();
            assertThat(page.getByText("Give a mail address such as")).isVisible();
            page.getByLabel("Your mail address").fill(email);
            page.getByText("Save the search").click();
            assertThat(page.getByText("Please look into your mail")).isVisible();
            look(page, "save-search-sent");
            page.navigate(at(link("/portal/saved/")));
            look(page, "saved-unconfirmed");
            page.getByText("Confirm", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("You hear of new hits by mail, once a day at most."))
                    .isVisible();

            String gate = published("Gate that closes without a sound");
            await().atMost(Duration.ofSeconds(20)).until(() -> visitor()
                    .open("/portal/search?q=" + applicant)
                    .body()
                    .contains(gate));
            EngineTime.pass(Duration.ofDays(1));
            morningPost.goesOut();
            assertThat(lastLetter()).contains("Gate that closes without a sound", "/portal/seeds/" + gate);

            page.navigate(at(link("/portal/saved/")));
            look(page, "saved");
            page.getByText("Stop", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("your address has been deleted with it")).isVisible();
            page.navigate(at(link("/portal/saved/")));
            assertThat(page.getByText("This search is not saved")).isVisible();
            look(page, "saved-gone");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void aVisitorExpressesInterestAndTheAdviserOfTheSeedStartsATransferInTasklist() {
        String seed = published("Hinge that never squeaks");
        transfers.enter(Transfer.Origin.SEED, seed, null);
        transfers.assign(seed, ADVISER);
        try (Browser browser = Browser.open()) {
            Page page = browser.visit(at("/portal/seeds/" + seed + "?lang=en"), 1440);
            page.locator("aside").getByText("I am interested").click();
            look(page, "interest");
            page.getByLabel("Use it under a licence").check();
            page.getByLabel("What would you use it for").fill("Doors of hospitals, which must not wake anybody.");
            page.getByLabel("Your name").fill("Hamada Yui");
            page.getByLabel("Your company").fill("Niyodo Doors " + applicant);
            page.getByLabel("Prefecture").selectOption("JP-39");
            page.getByLabel("Mail address").fill(email);
            page.getByText("Send my interest").click();
            page.navigate(at(link("/consultation/q/")));
            assertThat(page.getByText("Hinge that never squeaks")).isVisible();
            look(page, "interest-confirm");
            page.getByText("Send the question off").click();
            assertThat(page.getByText("With an adviser")).isVisible();

            String number = jdbc.sql("SELECT number FROM consultation WHERE email = ?")
                    .param(email)
                    .query(String.class)
                    .single();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !desk.open(number).isEmpty());
            Page work = browser.signIn("http://localhost:" + port, ADVISER, Staff.PASSWORD);
            Tasklist tasklist = new Tasklist(work, "http://localhost:" + port)
                    .open(desk.task(number, "Task_AnswerQuestion").getId());
            Browser.wholePicture(work, "interest-tasklist");
            tasklist.choose("What becomes of the question", "Start a technology transfer with the seed")
                    .select("Kind of organisation", "Small or medium enterprise")
                    .fill("Your words", "I bring you together with the owner.")
                    .fill("Minutes it took you", "15")
                    .picture("interest-tasklist-transfer")
                    .complete();
            page.reload();
            assertThat(page.getByText("we bring you together with the owner")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM licensing_case WHERE seed_number = ?")
                        .param(seed)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aVisitorSeesPicturesAndConditionsOfAResearchToolAndAsksForALicence() {
        String seed = published("Mouse that glows");
        tools.describe(seed, tool());
        int picture = seeds.add(seed, SeedFile.Kind.PICTURE, "glow.png", drawn());
        int data = seeds.add(seed, SeedFile.Kind.ATTACHMENT, "data.txt", "Sixty days".getBytes(StandardCharsets.UTF_8));
        try (Browser browser = Browser.open()) {
            Page page = browser.visit(at("/portal/seeds/" + seed + "?lang=en"), 1440);
            assertThat(page.getByAltText("Picture 1 of Mouse that glows")).isVisible();
            page.locator(".pictures").scrollIntoViewIfNeeded();
            page.waitForFunction("document.querySelector('.pictures img').naturalWidth == 480");
            assertThat(page.locator("#tool"))
                    .containsText(Pattern.compile("Free of charge.*JPY 300,000.*UBMTA.*Yuki Nomi", Pattern.DOTALL));
            look(page, "tool-record");
            page.getByText("Ask for a licence for research").click();
            look(page, "licence-ask");
            page.getByText("Ask for the licence").click();
            assertThat(page.getByText("Choose under whose conditions you ask.")).isVisible();
            page.getByLabel("Universities and public research").check();
            page.getByLabel("Your research").fill("Screening of inhibitors of a kinase");
            page.getByLabel("Your company").fill("Kaga University " + applicant);
            page.getByLabel("Kind of organisation").selectOption("UNIVERSITY");
            page.getByLabel("Prefecture").selectOption("JP-17");
            page.getByLabel("Your name").fill("Aoi Kaga");
            page.getByLabel("Mail address").fill(email);
            page.getByLabel("We accept").check();
            page.getByText("Ask for the licence").click();
            assertThat(page.getByText("Please look into your mail")).isVisible();
            page.navigate(at(link("/licence/q/")));
            look(page, "licence-confirm");
            page.getByText("Send the request off").click();
            assertThat(page.getByText("With a registrar")).isVisible();
        }
        assertThat(jdbc.sql("SELECT source FROM tool_licence WHERE contact_email = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .isEqualTo("portal");
        String files = "/portal/seeds/" + seed + "/files/";
        assertThat(visitor().open(files + picture).headers().firstValue("Content-Type"))
                .hasValue("image/png");
        assertThat(visitor().open(files + data).headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment"));
        registration.withdraw(seed, "Sold", false);
        assertThat(visitor().open(files + picture).statusCode()).isEqualTo(404);
        assertThat(visitor().open("/licence/" + seed).statusCode()).isEqualTo(404);
    }

    @Test
    void besideAnExclusiveLicenceNoneForResearchIsAskedFor() throws LicenceOverlaps {
        String seed = agreedCases.seed();
        tools.describe(seed, tool());
        agreedCases.signed(seed, AgreedCases.terms(LicenceKind.EXCLUSIVE, "Batteries", "Japan"));
        assertThat(visitor().open("/licence/" + seed + "?lang=en").body())
                .contains("An exclusive licence stands on this technology", "/consultation?seed=" + seed)
                .doesNotContain("<form");
    }

    @ParameterizedTest
    @CsvSource({"email=, 400", "email=a%40b, 400", "email=a%40b.example&website=x, 302"})
    void whatIsNoVisitorsFormSavesNothing(String fields, int status) {
        assertThat(visitor()
                        .submit(save, "/portal/saved", fields + "&begun=0&lang=en&q=" + applicant)
                        .statusCode())
                .isEqualTo(status);
        assertThat(visitor()
                        .post("/portal/saved", "email=a%40b.example&begun=0&q=" + applicant)
                        .statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        assertThat(jdbc.sql("SELECT count(*) FROM saved_search WHERE query = ?")
                        .param("q=" + applicant)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMailProgramStopsTheLettersByTheAddressAloneAndOpeningItChangesNothing() {
        visitor().submit(save, "/portal/saved", "email=" + email + "&begun=0&lang=en&q=" + applicant);
        String page = link("/portal/saved/").replaceAll("\\?.*", "");
        HttpResponse<String> opened = visitor().open(page);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(visitor().post(page + "/confirmation", "").statusCode()).isEqualTo(403);
        assertThat(visitor().open(page + "/stop").statusCode()).isEqualTo(404);
        assertThat(kept()).isEqualTo(1);
        assertThat(visitor().post(page + "/stop", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
        assertThat(kept()).isZero();
        assertThat(visitor().open(page).statusCode()).isEqualTo(404);
    }

    private static byte[] drawn() {
        var picture = new BufferedImage(480, 300, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillOval(140, 50, 200, 200);
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static ResearchTool.Content tool() {
        return new ResearchTool.Content(
                ResearchTool.Type.ANIMAL,
                new ResearchTool.Terms(ThreeValued.YES, 0L, 60, "Publications name the owner."),
                new ResearchTool.Terms(ThreeValued.YES, 300_000L, 36, ""),
                new Condition(ThreeValued.YES, "On dry ice"),
                "UBMTA",
                "Yuki Nomi",
                "tools@nomi.example");
    }

    /** Looks at a page in English on a desk and in Japanese on a phone: nothing overflows, and axe finds nothing. */
    private static void look(Page page, String name) {
        String address = page.url();
        Map.of("en", 1440, "ja", 390).forEach((language, width) -> {
            page.setViewportSize(width, 844);
            page.navigate(address.replaceAll("lang=..", "lang=" + language));
            Browser.wholePicture(page, "%s-%s-%d".formatted(name, language, width));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s in %s fits %d".formatted(name, language, width))
                    .isEqualTo(true);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s in %s at %d".formatted(name, language, width))
                    .isEmpty();
        });
        page.setViewportSize(1440, 844);
        page.navigate(address);
    }

    private String published(String title) {
        String number = seeds.registered(SeedContent.of(
                        "en",
                        SeedContent.Texts.of(title, "It is quiet."),
                        SeedContent.Patent.of(title, applicant, "2024-123456", null, List.of("E05D 11/00")))
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)));
        registration.publish(number);
        return number;
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private String at(String address) {
        return "http://localhost:" + port + address;
    }

    private String link(String path) {
        Matcher link =
                Pattern.compile("http://localhost:8080(" + path + "\\S+)").matcher(lastLetter());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String lastLetter() {
        return jdbc.sql("SELECT text FROM mail WHERE recipient = ? ORDER BY written_at DESC LIMIT 1")
                .param(email)
                .query(String.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM saved_search WHERE email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
