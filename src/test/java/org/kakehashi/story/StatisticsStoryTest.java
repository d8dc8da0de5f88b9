package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.outcomes.TwoHundredContracts;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of 200 contracts on the page, over REST, and as files: one and the same. */
@HttpTest
class StatisticsStoryTest {

    private static final String MANAGER = "statistics-manager";
    private static final String ADVISER = "statistics-adviser";
    private static final List<String> REPORTS =
            List.of("contracts", "parties", "fields", "prefectures", "impact", "key-figures", "process", "advisers");
    private static final List<String> PAGES = Stream.concat(
                    REPORTS.stream().map(id -> "/statistics/reports/" + id),
                    Stream.of(
                            "/statistics/contracts",
                            "/statistics/cases",
                            "/statistics/tool-licences",
                            "/statistics/records/seeds",
                            "/statistics/records/pairs",
                            "/statistics/sources",
                            "/dashboard/tasks"))
            .toList();
    private static final String CHOICE =
            "?" + TwoHundredContracts.PERIOD + "&region=KANTO&first=1995-03-31&second=1999-12-31";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private RestUser rest;

    @BeforeEach
    void twoHundredContracts() {
        transaction.executeWithoutResult(begun -> TwoHundredContracts.in(jdbc));
        staff.engage(MANAGER, Roles.MANAGERS);
        staff.engage(ADVISER, Roles.ADVISERS);
        rest = new RestUser(address(), MANAGER);
    }

    @Test
    void pageRestAndFilesSayTheSame() throws IOException, InterruptedException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address(), MANAGER, Staff.PASSWORD);
            for (String id : REPORTS) {
                JsonNode report = rest.get("/api/v1/statistics/reports/" + id + CHOICE);
                page.navigate(address() + "/statistics/reports/" + id + CHOICE);
                byte[] pdf = file("/api/v1/statistics/reports/" + id + "/pdf" + CHOICE);
                Files.write(
                        Files.createDirectories(Path.of("target/pictures")).resolve("statistics-" + id + ".pdf"), pdf);
                var print = new PrintedReport(pdf);
                assertThat(report.path("countingRules").size()).isEqualTo(9);
                assertThat(page.locator(".rules li").count()).isEqualTo(9);
                try (var book = new XSSFWorkbook(
                        new ByteArrayInputStream(file("/api/v1/statistics/reports/" + id + "/xlsx" + CHOICE)))) {
                    for (JsonNode figure : report.path("figures")) {
                        String name = figure.path("id").asText();
                        List<List<String>> told = told(figure);
                        if (name.equals("overdue") || id.equals("advisers")) {
                            continue;
                        }
                        assertThat(shown(page, name)).as("page " + name).isEqualTo(told);
                        assertThat(print.table(
                                        figure.path("title").asText(),
                                        figure.path("columns").size()))
                                .as("print " + name)
                                .isEqualTo(read(page, name));
                        assertThat(inSheet(book.getSheet(name), told))
                                .as("sheet " + name)
                                .isEqualTo(told);
                        String csv = new String(
                                file("/api/v1/statistics/reports/%s/figures/%s/csv%s".formatted(id, name, CHOICE)),
                                StandardCharsets.UTF_8);
                        assertThat(csv).startsWith("\uFEFF");
                        assertThat(inCsv(csv, told.size())).as("csv " + name).isEqualTo(told);
                    }
                    assertThat(book.getSheet("counting-rules").getLastRowNum()).isEqualTo(10);
                }
                assertThat(print.rules()).isEqualTo(page.locator(".rules li").allTextContents());
                assertThat(page.locator(".figure canvas").count())
                        .as("charts of " + id)
                        .isPositive();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void everyPageIsReadableWideAndNarrowAndAFigureOpens() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address(), MANAGER, Staff.PASSWORD);
            for (int width : List.of(1440, 390)) {
                page.setViewportSize(width, 900);
                for (String path : PAGES) {
                    page.navigate(address() + path + "?" + TwoHundredContracts.PERIOD);
                    assertThat((Boolean) page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .as("%s does not scroll sideways at %d", path, width)
                            .isTrue();
                    assertThat((List<?>) page.evaluate("""
                                    [...document.querySelectorAll('.scrolls')]
                                      .filter(table => table.scrollWidth > table.clientWidth && !table.querySelector('.matrix'))
                                      .map(table => table.getAttribute('aria-labelledby'))
                                    """))
                            .as("tables of %s that are cut at %d", path, width)
                            .isEmpty();
                    Browser.wholePicture(page, path.substring(1).replace('/', '-') + "-" + width);
                }
            }
            page.navigate(address() + "/statistics/reports/prefectures?" + TwoHundredContracts.PERIOD);
            page.locator("#distance summary").click();
            String count = page.locator("#distance tbody tr")
                    .first()
                    .locator("td")
                    .first()
                    .textContent();
            page.locator("#distance tbody tr").first().locator("td a").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo(count + " contracts");
            Browser.wholePicture(page, "statistics-contracts-list");
            page.locator("tbody .number").first().click();
            assertThat(page.locator("h1").textContent()).contains("C-19");
        }
    }

    @Test
    void withoutScriptsTheTablesStandOpen() {
        String page = new Visitor(port)
                .signIn(MANAGER)
                .open("/statistics/reports/contracts?" + TwoHundredContracts.PERIOD)
                .body();
        assertThat(page).contains("<details open").contains("200").doesNotContain("<script>");
    }

    @Test
    void anAdviserSeesTheProgrammesFiguresAndByAdviserTheOwnOnly() {
        Visitor adviser = new Visitor(port).signIn(ADVISER);
        assertThat(adviser.open("/statistics/reports/contracts").statusCode()).isEqualTo(200);
        assertThat(adviser.open("/statistics/reports/impact").statusCode()).isEqualTo(403);
        assertThat(adviser.open("/statistics/reports/contracts?adviser=counted-3")
                        .statusCode())
                .isEqualTo(403);
        assertThat(adviser.open("/statistics/contracts?adviser=counted-3").statusCode())
                .isEqualTo(403);
        JsonNode own = new RestUser(address(), ADVISER).get("/api/v1/statistics/reports/advisers");
        assertThat(own.path("figures").size()).isEqualTo(1);
        assertThat(own.path("figures").path(0).path("lines").size()).isLessThanOrEqualTo(1);
    }

    @Test
    void aWrongChoiceIsAnsweredWithWhatIsWrong() {
        Visitor manager = new Visitor(port).signIn(MANAGER);
        for (String wrong : List.of(
                "from=soon",
                "region=EUROPE",
                "field=Z9",
                "from=2000-01-01&to=1999-01-01",
                "first=x",
                "from=%27%3B--")) {
            HttpResponse<String> answer = manager.open("/statistics/reports/parties?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(manager.open("/statistics/cases?kind=OPTION").statusCode()).isEqualTo(400);
        assertThat(manager.open("/statistics/contracts?outcome=WITHDRAWN").statusCode())
                .isEqualTo(400);
        assertThat(manager.open("/statistics/contracts?page=-3&year=1995&kind=OPTION")
                        .statusCode())
                .isEqualTo(200);
        assertThat(manager.open("/statistics/reports/impact?year=1995&outcome=WITHDRAWN")
                        .statusCode())
                .isEqualTo(200);
        assertThat(manager.open("/statistics/reports/nothing").statusCode()).isEqualTo(404);
        assertThat(manager.open("/statistics/reports/contracts/figures/nothing/csv")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aManagerEntersCostsAndABadFileLeavesNothing() {
        Visitor manager = new Visitor(port).signIn(MANAGER);
        assertThat(manager.submit("/statistics/sources", "/statistics/sources/costs", "year=1990&yen=12%2C345")
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.open("/statistics/sources").body())
                .contains("The cost of FY1990 is entered")
                .contains("12,345");
        manager.submit("/statistics/sources", "/statistics/sources/costs", "year=1990&yen=much");
        assertThat(manager.open("/statistics/sources").body()).contains("in whole yen, in digits");
        manager.upload(
                "/statistics/sources",
                "/statistics/sources/earlier-results",
                "earlier.csv",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,six",
                Map.of());
        assertThat(manager.open("/statistics/sources").body()).contains("is no whole number");
        assertThat(rest.get("/api/v1/statistics/earlier-results").size()).isZero();
        rest.put("/api/v1/statistics/costs/1991", Map.of("costYen", 100));
        assertThat(rest.get("/api/v1/statistics/costs").path("1991").asInt()).isEqualTo(100);
        transaction.executeWithoutResult(begun -> jdbc.update("DELETE FROM programme_cost"));
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private byte[] file(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + path))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString((MANAGER + ":" + Staff.PASSWORD)
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<List<String>> told(JsonNode figure) {
        var lines = new ArrayList<List<String>>();
        for (JsonNode line : figure.path("lines")) {
            var cells = new ArrayList<String>();
            for (JsonNode column : figure.path("columns")) {
                JsonNode value = line.path("values").path(column.path("key").asText());
                cells.add(value.isNull() ? "" : value.isNumber() ? plain(value.asText()) : value.asText());
            }
            lines.add(cells);
        }
        return lines;
    }

    private static String plain(String number) {
        return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> shown(Page page, String figure) {
        return (List<List<String>>) page.evaluate("""
                id => [...document.getElementById(id).querySelectorAll('tbody tr')].map(row => [
                  row.querySelector('th span').textContent,
                  ...[...row.querySelectorAll('td')].map(cell => cell.dataset.value === undefined ? ''
                    : String(Number(cell.dataset.value)))])
                """, figure);
    }

    /** As people read it. */
    @SuppressWarnings("unchecked")
    private static List<List<String>> read(Page page, String figure) {
        return (List<List<String>>) page.evaluate("""
                id => [...document.getElementById(id).querySelectorAll('tbody tr')].map(row =>
                  [...row.querySelectorAll('th span:first-child, td')].map(cell => cell.textContent.trim()))
                """, figure);
    }

    private static List<List<String>> inSheet(XSSFSheet sheet, List<List<String>> like) {
        var lines = new ArrayList<List<String>>();
        for (int row = 3; row <= sheet.getLastRowNum(); row++) {
            Row cells = sheet.getRow(row);
            var line = new ArrayList<String>();
            for (int column = 0; column < like.get(0).size(); column++) {
                var cell = cells.getCell(column);
                line.add(
                        cell.getCellType() == CellType.NUMERIC
                                ? plain(String.valueOf(java.math.BigDecimal.valueOf(cell.getNumericCellValue())))
                                : cell.getStringCellValue());
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> inCsv(String csv, int lines) throws IOException {
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
        return records.subList(1, lines + 1).stream()
                .map(line -> {
                    var cells = new ArrayList<String>();
                    line.forEach(cell -> cells.add(cells.isEmpty() || cell.isEmpty() ? cell : plain(cell)));
                    return (List<String>) cells;
                })
                .toList();
    }
}
