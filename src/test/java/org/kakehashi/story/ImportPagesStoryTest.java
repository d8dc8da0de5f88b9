package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.Seeds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class ImportPagesStoryTest {

    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String HEADER = "id,title,outline,organisation,applicationNumber,prefecture";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Seeds seeds;

    @TempDir
    Path folder;

    String source;

    @BeforeEach
    void aRegistrarIsThere() {
        staff.engage("import-registrar", Roles.REGISTRARS);
        staff.engage("import-adviser", Roles.ADVISERS);
        source = "pages-" + UUID.randomUUID();
    }

    @Test
    void aRegistrarLooksThroughAFileImportsItAndCorrectsWhatWasTurnedDown() throws Exception {
        String rows = IntStream.range(0, 1_200)
                .mapToObj(i -> "%d,電解質シート その%d,\"露点マイナス30℃で\n塗工できる\",能美崎工科大学,2020-%06d,%s"
                        .formatted(i, i, i, i % 300 == 7 ? "JP-99" : "JP-17"))
                .collect(Collectors.joining("\r\n"));
        Path file = Files.write(folder.resolve("開放特許.csv"), (HEADER + "\r\n" + rows).getBytes(WINDOWS));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("http://127.0.0.1:" + port, "import-registrar", Staff.PASSWORD);
            page.locator("main").getByText("Imports").click();
            page.getByLabel("File").setInputFiles(file);
            page.getByLabel("Name of the source").fill(source);
            page.getByLabel("Publish new records at once").check();
            Browser.wholePicture(page, "imports-upload");
            page.getByText("Look through the file").click();
            page.getByText("Looked through, not imported yet").waitFor();

            assertThat(page.locator("dl").innerText()).contains("1,196").contains("Windows-31J");
            assertThat(page.locator("main").innerText())
                    .contains("開放特許.csv")
                    .contains("電解質シート その0")
                    .contains("\"JP-99\" is not a prefecture");
            assertThat(seeds.findBySourceAndExternalId(source, "0")).isEmpty();
            Browser.wholePicture(page, "imports-preview");

            page.getByText("Import", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.getByText("Done").waitFor();
            assertThat(page.locator("dl").innerText()).contains("1,196");
            page.setViewportSize(390, 844);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .as("fits a phone")
                    .isTrue();
            Browser.wholePicture(page, "imports-done-390");

            Download download = page.waitForDownload(
                    () -> page.getByText("Fetch these rows as a file").click());
            assertThat(download.suggestedFilename()).isEqualTo("rejected-" + source + ".csv");
            String rejected = Files.readString(download.path(), WINDOWS);
            assertThat(rejected)
                    .startsWith("rejectedLine,rejectedBecause," + HEADER)
                    .contains("その907,");
            Path corrected = Files.writeString(
                    folder.resolve("corrected.csv"),
                    rejected.replace("大学,2020-000007,JP-99", "大学,2020-000007,JP-17"),
                    WINDOWS);
            page.navigate("http://127.0.0.1:" + port + "/imports");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .as("fits a phone")
                    .isTrue();
            Browser.wholePicture(page, "imports-390");
            page.getByLabel("File").setInputFiles(corrected);
            page.getByLabel("Name of the source").fill(source);
            page.getByText("Look through the file").click();
            page.getByText("Looked through, not imported yet").waitFor();
            page.getByText("Import", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.getByText("Done").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(seeds.findBySourceAndExternalId(source, "7")).isPresent();
        assertThat(seeds.findBySourceAndExternalId(source, "307")).isEmpty();
    }

    @Test
    void aFileThatIsNoneIsExplainedAndWhatWasTypedStays() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("http://127.0.0.1:" + port, "import-registrar", Staff.PASSWORD);
            page.navigate("http://127.0.0.1:" + port + "/imports");
            page.getByLabel("File").setInputFiles(empty);
            page.getByLabel("Name of the source").fill(source);
            page.getByLabel("What it holds").selectOption("needs");
            page.getByText("Look through the file").click();

            assertThat(page.getByRole(AriaRole.ALERT).innerText())
                    .isEqualTo("Choose a file, and one that is not empty.");
            assertThat(page.getByLabel("Name of the source").inputValue()).isEqualTo(source);
            assertThat(page.getByLabel("What it holds").inputValue()).isEqualTo("needs");
            Browser.wholePicture(page, "imports-refused");
        }
    }

    @Test
    void whoMayNotImportIsTurnedAwayBeforeTheFileIsRead() {
        assertThat(new Visitor(port)
                        .post("/imports/files", "kind=seeds")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/login"));
        assertThat(new Visitor(port)
                        .signIn("import-adviser")
                        .post("/imports/files", "kind=seeds")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port)
                        .signIn("import-registrar")
                        .post("/imports/files", "kind=seeds")
                        .statusCode())
                .as("without the form's token")
                .isEqualTo(403);
    }
}
