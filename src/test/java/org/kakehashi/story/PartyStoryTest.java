package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.HttpTest;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class PartyStoryTest {

    private static final String YES = "occasion=CONSENT&round=1&positive=true";
    private static final String NO = "occasion=CONSENT&round=1&positive=false";

    @LocalServerPort
    int port;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    PartyAnswers answers;

    @Autowired
    PartyLinks links;

    @Autowired
    RuntimeService processes;

    @Autowired
    Desk desk;

    @Autowired
    Mailbox mailbox;

    LicensingCase licensingCase;
    String number;
    String licensor;
    String licensee;

    @BeforeEach
    void askBothCompaniesForConsent() {
        licensingCase = fixture.open();
        number = licensingCase.number();
        licensor = mailbox.contact(number, Side.LICENSOR, "Mary Example", "en");
        licensee = mailbox.contact(number, Side.LICENSEE, "西沢 理恵", "ja");
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("caseNumber", number);
        variables.put("seedNumber", licensingCase.seedNumber());
        variables.put("needNumber", licensingCase.needNumber());
        variables.put("licensorAdviser", licensingCase.licensorAdviser());
        variables.put("licenseeAdviser", licensingCase.licenseeAdviser());
        variables.put("confirmingAdviser", null);
        processes.startProcessInstanceByKey("introduction", number, variables);
        desk.complete(
                number,
                "Task_PrepareSummary",
                Map.of(
                        "summary",
                        "A sheet of solid electrolyte that can be handled in air, for cells without liquid."));
    }

    @Test
    void bothCompaniesConsentByTheirLinksAndTheProcessMovesOn() {
        String japanese = mailbox.link(licensee);
        Visitor company = new Visitor(port);
        HttpResponse<String> page = company.open(japanese);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("相手方への紹介に同意されますか", "A sheet of solid electrolyte");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");

        assertThat(company.submit(japanese, japanese + "/answer", YES).statusCode())
                .isEqualTo(302);
        assertThat(company.submit(japanese, japanese + "/answer", YES).statusCode())
                .isEqualTo(302);
        assertThat(answers.of(number)).hasSize(1);

        HttpResponse<String> otherwise =
                company.submit(japanese, japanese + "/answer", NO + "&outcome=DECLINED_FIT&reason=No");
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(otherwise.body()).contains("すでに回答済み");
        assertThat(answers.of(number)).singleElement().matches(answer -> answer.positive());

        String english = mailbox.link(licensor);
        new Visitor(port).submit(english, english + "/answer", YES);
        assertThat(cases.of(number).confidentiality()).isEqualTo(Confidentiality.INTRODUCED);
        assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void aNoWithoutItsReasonChangesNothingAndKeepsWhatWasTyped() {
        String link = mailbox.link(licensor);
        HttpResponse<String> refused =
                new Visitor(port).submit(link, link + "/answer", NO + "&outcome=&reason=Our+budget+is+spent");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Choose a reason and say it in a sentence", "Our budget is spent");
        assertThat(answers.of(number)).isEmpty();
    }

    @Test
    void twoSidesAnsweringAtTheSameSecondAreBothHeard() {
        String first = mailbox.link(licensor);
        String second = mailbox.link(licensee);
        var one = CompletableFuture.supplyAsync(() -> new Visitor(port).submit(first, first + "/answer", YES));
        var two = CompletableFuture.supplyAsync(() -> new Visitor(port).submit(second, second + "/answer", YES));
        assertThat(List.of(one.join().statusCode(), two.join().statusCode())).containsExactly(302, 302);
        assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void anAnswerToAnotherOccasionOrWithoutTheFormIsRefusedAndNotKept() {
        String link = mailbox.link(licensor);
        HttpResponse<String> early = new Visitor(port)
                .submit(link, link + "/answer", "occasion=NDA&round=1&positive=true&signatory=Mary&read=true");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(answers.of(number)).isEmpty();
        assertThat(desk.open(number)).hasSize(2);
    }

    @Test
    void inventedAndRevokedLinksLeadToOneAndTheSamePage() {
        String link = mailbox.link(licensor);
        links.of(number).forEach(each -> links.revoke(number, each.id()));
        HttpResponse<String> revoked = new Visitor(port).open(link);
        HttpResponse<String> invented = new Visitor(port).open("/party/invented");
        assertThat(revoked.statusCode()).isEqualTo(invented.statusCode()).isEqualTo(404);
        assertThat(revoked.body()).isEqualTo(invented.body()).contains("This link does not lead anywhere");
    }

    @Test
    void anExpiredLinkOffersANewOneToTheSameAddressOnce() {
        String link = mailbox.link(licensee);
        EngineTime.pass(Duration.ofDays(15));
        Visitor company = new Visitor(port);
        HttpResponse<String> expired = company.open(link);
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("新しいリンクを送る");

        company.submit(link, link + "/renewal", "");
        company.submit(link, link + "/renewal", "");
        assertThat(links.of(number))
                .filteredOn(each -> each.side() == Side.LICENSEE)
                .hasSize(2)
                .allMatch(each -> each.email().equals(licensee));
        assertThat(answers.of(number)).isEmpty();
    }

    @Test
    void aCompanyReadsAndConsentsOnItsPhone() {
        try (Browser browser = Browser.open()) {
            Page phone = browser.visit("http://localhost:" + port + mailbox.link(licensee), 390);
            Browser.picture(phone, "party-phone-japanese");
            assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            phone.getByText("紹介に同意する").click();
            phone.getByText("ご回答を受け付けました").waitFor();
            Browser.picture(phone, "party-phone-japanese-done");

            Page desktop = browser.visit("http://localhost:" + port + mailbox.link(licensor), 1280);
            desktop.getByText("No, decline").first().click();
            Browser.picture(desktop, "party-desktop-english");
            desktop.getByText("Yes, introduce us").click();
            desktop.getByText("Your answer has arrived").waitFor();
        }
        assertThat(desk.open(number)).isEmpty();
    }
}
