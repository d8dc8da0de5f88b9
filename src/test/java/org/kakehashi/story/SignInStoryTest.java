package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class SignInStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Test
    void oneSignInOpensTasklistAndCockpitAndSignsOutEverywhere() {
        staff.engage("story-manager", Roles.MANAGERS);
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "story-manager", Staff.PASSWORD);
            Browser.picture(page, "start-page");

            page.navigate(address + "/camunda/app/tasklist/");
            assertThat(page.getByText("My tasks").first()).isVisible();
            assertThat(page.getByText("All tasks").first()).isVisible();
            assertThat(page.locator(".ce-eol-banner")).isHidden();
            Browser.picture(page, "tasklist-empty");

            page.navigate(address + "/camunda/app/cockpit/");
            assertThat(page.getByText("Process Definitions").first()).isVisible();
            Browser.picture(page, "cockpit-empty");

            page.navigate(address + "/");
            page.getByText("Sign out").click();
            assertThat(page.getByText("You are signed out.")).isVisible();
            page.navigate(address + "/camunda/app/tasklist/");
            assertThat(page.getByLabel("User name")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
