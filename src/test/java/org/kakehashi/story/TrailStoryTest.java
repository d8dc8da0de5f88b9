package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.platform.audit.AuditChain;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator answers, in a real browser, who saw a case and what is kept on a contact. */
@HttpTest
class TrailStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    AuditChain chain;

    @Test
    void whoSawACaseIsFoundAndWhatIsKeptOnAContactIsShownAndErased() {
        staff.engage("trail-administrator", Roles.ADMINISTRATORS);
        staff.engage(CaseFixture.LICENSOR_ADVISER, Roles.ADVISERS);
        String number = cases.open().number();
        String email = mailbox.contact(number, Side.LICENSEE, "Hanako Nomi", "ja");
        new Visitor(port).signIn(CaseFixture.LICENSOR_ADVISER).open("/cases/" + number);
        chain.seal();

        try (Browser browser = Browser.open()) {
            String address = "http://localhost:" + port;
            Page page = browser.signIn(address, "trail-administrator", Staff.PASSWORD);
            page.navigate(address + "/audit");
            page.getByLabel("Case or record").fill(number);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            assertThat(page.locator("main")).containsText("/cases/" + number);
            Browser.wholePicture(page, "audit");
            page.getByText("Verify the chain").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("are as they were written");
            Browser.wholePicture(page, "audit-verified");

            page.navigate(address + "/administration/personal-data");
            page.getByLabel("Mail address or user name").fill(email);
            page.getByText("Look", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("main")).containsText("Hanako Nomi");
            Browser.wholePicture(page, "personal-data");
            page.setViewportSize(390, 844);
            Browser.wholePicture(page, "personal-data-390");
            page.getByText("This cannot be undone.").click();
            page.getByText("Erase this person").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The person is erased");
        }
    }
}
