package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class AccountStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Test
    void anAdministratorMakesAServiceAccountAndTakesItsKey() {
        staff.engage("story-keys", Roles.ADMINISTRATORS);
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "story-keys", Staff.PASSWORD);
            page.getByText("Service accounts").click();
            page.getByLabel("Name").fill("story-portal");
            page.getByLabel("What it is for").fill("Brings the needs that companies leave at the portal");
            page.getByText("Make the account").click();
            page.getByLabel("Issue a key for story-portal").click();
            assertThat(page.getByText("Copy it now")).isVisible();
            Browser.wholePicture(page, "service-accounts");
            page.setViewportSize(390, 844);
            Browser.wholePicture(page, "service-accounts-390");
            page.getByLabel("Revoke a key of story-portal").click();
            assertThat(page.getByLabel("Issue a key for story-portal")).isVisible();
            assertThat(page.getByLabel("Revoke a key of story-portal")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void somebodyChangesThePasswordAndSignsInAgain() {
        staff.engage("story-account", Roles.ADVISERS, Roles.ADMINISTRATORS);
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "story-account", Staff.PASSWORD);
            page.navigate(address + "/administration/sessions");
            Browser.wholePicture(page, "sessions");
            page.getByText("story-account").first().click();
            page.getByLabel("Present password").fill(Staff.PASSWORD);
            page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                    .fill("weak");
            page.getByLabel("New password, once more").fill("weak");
            page.getByText("Change the password").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("too weak");
            Browser.wholePicture(page, "account");
            page.setViewportSize(390, 844);
            Browser.wholePicture(page, "account-390");

            page.getByLabel("Present password").fill(Staff.PASSWORD);
            page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                    .fill("Quite-another-2");
            page.getByLabel("New password, once more").fill("Quite-another-2");
            page.getByText("Change the password").click();
            assertThat(page.getByText("Your password is changed.")).isVisible();
            Browser.wholePicture(page, "sign-in-390");
            page.getByLabel("User name").fill("story-account");
            page.getByLabel("Password").fill("Quite-another-2");
            page.getByText("Sign in").last().click();
            assertThat(page.getByText("Who is signed in")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
