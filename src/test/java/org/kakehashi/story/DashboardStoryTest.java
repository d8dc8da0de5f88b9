package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.outcomes.TwoHundredContracts;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a supervisor watches, and what everybody may read of the outcomes. */
@HttpTest
class DashboardStoryTest {

    private static final String SUPERVISOR = "dashboard-supervisor";
    private static final List<String> STEPS =
            List.of("Call_Introduction", "Call_Confidentiality", "Call_TermNegotiation");

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String number;

    @BeforeEach
    void aCaseWithALateTaskAndASilentCompany() {
        staff.engage(SUPERVISOR, Roles.SUPERVISORS);
        LicensingCase opened = fixture.open();
        number = opened.number();
        cases.waitsFor(number, Stage.INTRODUCTION, Move.LICENSEE);
        transaction.executeWithoutResult(begun -> {
            TwoHundredContracts.in(jdbc);
            jdbc.update("DELETE FROM act_hi_actinst WHERE proc_def_key_ = 'licensing-case'");
            for (int task = 0; task < 12; task++) {
                jdbc.update(
                        "INSERT INTO act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,"
                                + " act_type_, start_time_, end_time_, duration_) VALUES (?, 'licensing-case', 'counted',"
                                + " 'counted', 'counted', ?, 'callActivity', now(), ?, ?)",
                        UUID.randomUUID().toString(),
                        STEPS.get(task % STEPS.size()),
                        task < 9 ? Timestamp.from(Instant.now()) : null,
                        task < 9 ? 86_400_000L * (1 + 10 * (task % STEPS.size())) : null);
            }
            jdbc.update(
                    "INSERT INTO party_asking (case_number, side, occasion, round, asked_at) VALUES (?, 'LICENSEE', 'CONSENT', 1,"
                            + " now() - interval '400 days')",
                    number);
        });
    }

    @Test
    void theSupervisorSeesWhatIsOpenAndWhatIsStuck() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address(), SUPERVISOR, Staff.PASSWORD);
            for (int width : List.of(390, 1440)) {
                page.setViewportSize(width, 900);
                page.navigate(address() + "/dashboard");
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .isTrue();
                Browser.wholePicture(page, "dashboard-" + width);
            }
            assertThat(page.locator("table", new Page.LocatorOptions().setHasText("the introduction"))
                            .textContent())
                    .contains(number);
            assertThat(Long.valueOf(page.locator("[data-count=cases]").textContent()))
                    .isEqualTo(jdbc.queryForObject(
                            "SELECT count(*) FROM licensing_case WHERE outcome IS NULL", Long.class));
            assertThat(page.locator("#stages canvas").count()).isEqualTo(1);
            assertThat((Integer) page.evaluate(
                            "fetch('/dashboard/counts').then(answer => answer.json()).then(now => now.silent)"))
                    .isPositive();
            page.locator("a", new Page.LocatorOptions().setHasText("Licensing case"))
                    .first()
                    .click();
            page.waitForSelector(".djs-element");
            Browser.wholePicture(page, "dashboard-process-1440");
            assertThat(page.locator(".djs-element.heat5").count())
                    .as("the step that took most")
                    .isEqualTo(1);
            assertThat(page.locator(".badge.tokens").count()).isEqualTo(3);
            List<String> first =
                    page.locator("[data-step]").first().locator("td").allTextContents();
            assertThat(new BigDecimal(first.get(4))).as("days on average").isEqualTo(new BigDecimal("21.0"));
            page.setViewportSize(390, 900);
            page.reload();
            page.waitForSelector(".djs-element");
            Browser.wholePicture(page, "dashboard-process-390");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void everybodyReadsTheOutcomesInBothLanguagesWithoutASmallCount() {
        try (Browser browser = Browser.open()) {
            for (String language : List.of("en", "ja")) {
                for (int width : List.of(390, 1440)) {
                    Page page = browser.visit(address() + "/outcomes?lang=" + language, width);
                    assertThat((Boolean) page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .isTrue();
                    assertThat(page.locator("#distance canvas").count()).isEqualTo(1);
                    Browser.wholePicture(page, "outcomes-" + language + "-" + width);
                    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                }
            }
        }
        String page = new Visitor(port).open("/outcomes?lang=en").body();
        assertThat(page)
                .contains("What the programme has achieved")
                .doesNotContain("??")
                .doesNotContain("C-1990")
                .doesNotContain("counted-")
                .doesNotContainPattern("data-value=\"[12]\"");
        assertThat(new Visitor(port).open("/outcomes?lang=ja").body())
                .contains("事業の成果", "1990年度")
                .doesNotContain("??");
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
