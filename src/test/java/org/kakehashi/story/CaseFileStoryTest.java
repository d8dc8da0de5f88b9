package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class CaseFileStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture fixture;

    @Autowired
    RuntimeService processes;

    @Test
    void theCaseFileDrawsWhereTheCaseStandsWithoutComplaintOfTheBrowser() {
        staff.engage("file-adviser", Roles.ADVISERS);
        staff.engage("file-other", Roles.ADVISERS);
        String number = fixture.lampCase("file-adviser", "file-other");
        processes.startProcessInstanceByKey("licensing-case", number, Map.of("caseNumber", number));
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "file-adviser", Staff.PASSWORD);
            page.navigate(address + "/cases?mine=true");
            Browser.picture(page, "cases");
            page.getByText(number).click();
            assertThat(page.locator(".stands-here").first()).isVisible();
            assertThat(page.locator(".bjs-powered-by").first()).isVisible();
            Browser.picture(page, "case-file");

            page.navigate(address + "/cases/" + number + "?embedded");
            assertThat(page.locator(".stands-here").first()).isVisible();
            assertThat(page.locator(".bar")).hasCount(0);

            page.setViewportSize(390, 844);
            page.navigate(address + "/cases/" + number);
            assertThat(page.locator(".stands-here").first()).isVisible();
            assertThat(overflows(page)).isFalse();
            Browser.picture(page, "case-file-narrow");
            page.navigate(address + "/cases");
            assertThat(overflows(page)).isFalse();
            Browser.picture(page, "cases-narrow");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static boolean overflows(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }
}
