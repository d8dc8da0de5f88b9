package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.TermsDesk;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class PartyOfferStoryTest {

    private static final String ACCEPT = "occasion=OFFER&round=1&positive=true";
    private static final String REJECT = "occasion=OFFER&round=1&positive=false&outcome=DECLINED_PRICE&reason=Too+dear";
    private static final String LESS =
            "round=1&choice.UPFRONT=CHANGE&upfrontYen=500000&choice.AUDIT=RESERVE" + "&comment=We+start+small";

    @LocalServerPort
    int port;

    @Autowired
    TermsDesk terms;

    @Autowired
    Desk desk;

    @Autowired
    TermSheets sheets;

    @Autowired
    LicensingCases cases;

    @Autowired
    PartyLinks links;

    @Autowired
    Mailbox mailbox;

    String number;
    String licensor;
    String link;

    @BeforeEach
    void theLicensorHasMadeAnOffer() {
        number = terms.openTerms();
        licensor = mailbox.contact(number, Side.LICENSOR, "Mary Example", "en");
        String licensee = mailbox.contact(number, Side.LICENSEE, "西沢 理恵", "ja");
        terms.offer(number);
        link = mailbox.link(licensee);
    }

    @Test
    void thePageShowsWhatEachClauseSaysInTheReadersLanguage() {
        assertThat(new Visitor(port).open(link).body())
                .contains("許諾の種類", "通常実施権", "1,000,000 円", "純売上高の 3.5 %", "生産、販売", "未合意");
    }

    @Test
    void aCounterOfferByLinkAgreesOnSomeClausesReservesOneAndChangesAnother() {
        assertThat(counter(LESS).statusCode()).isEqualTo(302);

        Round counter = sheets.of(number).round(2);
        assertThat(counter.proposer()).isEqualTo(Side.LICENSEE);
        assertThat(counter.terms().upfrontYen()).isEqualByComparingTo("500000");
        assertThat(counter.terms().royaltyPercent()).isEqualByComparingTo("3.5");
        assertThat(counter.comment()).isEqualTo("We start small");
        assertThat(counter.reserved()).containsExactly(Clause.AUDIT);
        assertThat(counter.agreed()).contains(Clause.ROYALTY).doesNotContain(Clause.UPFRONT, Clause.AUDIT);

        Visitor other = new Visitor(port);
        String theirs = mailbox.link(licensor);
        assertThat(other.open(theirs + "/offer").body())
                .contains("JPY 500,000", "JPY 1,000,000", "Contested", "Agreed", "We start small")
                .doesNotContain("name=\"royaltyPercent\"");
    }

    @Test
    void theSameCounterOfferTwiceCountsOnce() {
        assertThat(counter(LESS).statusCode()).isEqualTo(302);
        assertThat(counter(LESS).statusCode()).isEqualTo(302);
        assertThat(sheets.of(number).rounds()).hasSize(2);
        HttpResponse<String> otherwise = counter(LESS.replace("500000", "400000"));
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(otherwise.body()).contains("第 1 回の提示は終了しています", "400000", "We start small");
    }

    @Test
    void anAcceptanceInTwoTabsAtOnceCountsOnce() {
        var one = CompletableFuture.supplyAsync(() -> answer(ACCEPT).statusCode());
        var two = CompletableFuture.supplyAsync(() -> answer(ACCEPT).statusCode());
        assertThat(List.of(one.join(), two.join())).contains(302).doesNotContain(500);
        assertThat(sheets.of(number).rounds()).singleElement().matches(round -> round.state() == Round.State.ACCEPTED);
        assertThat(desk.open(number)).doesNotContain("Task_AnswerOffer");
    }

    @Test
    void aRejectionTwiceEndsTheCaseOnce() {
        assertThat(answer(REJECT).statusCode()).isEqualTo(302);
        assertThat(answer(REJECT).statusCode()).isEqualTo(302);
        assertThat(answer(ACCEPT).statusCode()).isEqualTo(409);
        assertThat(new Visitor(port).open(link).body()).contains("この案件は終了しました");
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.DECLINED_PRICE);
    }

    @Test
    void anAnswerToAClosedRoundIsRefusedAndChangesNothing() {
        terms.counter(number, 700_000);
        HttpResponse<String> late = counter(LESS);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("第 1 回の提示は終了しています");
        assertThat(sheets.of(number).rounds()).hasSize(2);
    }

    @Test
    void aNegativeRoyaltyATermThatEndsBeforeItBeginsAndANumberInWordsAreRefusedAndKept() {
        HttpResponse<String> refused =
                counter("round=1&choice.ROYALTY=CHANGE&royaltyPercent=-1&choice.TERM=CHANGE&termYears=0&comment=Hello");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("ランニングロイヤルティに負の値は入力できません", "契約期間が開始前に終了しています", "value=\"-1\"", "value=\"0\"", "Hello");

        HttpResponse<String> inWords = counter("round=1&choice.UPFRONT=CHANGE&upfrontYen=ten+million");
        assertThat(inWords.statusCode()).isEqualTo(400);
        assertThat(inWords.body()).contains("契約一時金：「ten million」は数値ではありません", "value=\"ten million\"");

        assertThat(counter("round=1&choice.UPFRONT=CHANGE&upfrontYen=1E999999999")
                        .statusCode())
                .isEqualTo(400);
        assertThat(counter("round=1").body()).contains("提示と同じ内容です");
        assertThat(sheets.of(number).rounds()).singleElement().matches(round -> round.state() == Round.State.OPEN);
    }

    @Test
    void fullWidthDigitsAndSeparatorsAreReadAsPeopleMeanThem() {
        assertThat(counter("round=1&choice.UPFRONT=CHANGE&upfrontYen=５００，０００").statusCode())
                .isEqualTo(302);
        assertThat(sheets.of(number).round(2).terms().upfrontYen()).isEqualByComparingTo("500000");
    }

    @Test
    void anAgreedClauseStaysAndItsReopeningIsAskedFor() {
        counter(LESS);
        String theirs = mailbox.link(licensor);
        Visitor other = new Visitor(port);
        HttpResponse<String> forced =
                other.submit(theirs + "/offer", theirs + "/offer", "round=2&choice.ROYALTY=CHANGE&royaltyPercent=9");
        assertThat(forced.statusCode()).isEqualTo(409);
        assertThat(forced.body()).contains("Running royalty is agreed");

        assertThat(other.submit(theirs + "/offer", theirs + "/offer", "round=2&choice.ROYALTY=REOPEN")
                        .statusCode())
                .isEqualTo(302);
        assertThat(sheets.of(number).round(3).reopening()).containsExactly(Clause.ROYALTY);

        assertThat(new Visitor(port).open(link + "/offer").body()).contains("相手方が再協議を求めています");
        assertThat(counter("round=3&choice.ROYALTY=CHANGE&royaltyPercent=2.5").statusCode())
                .isEqualTo(302);
        assertThat(sheets.of(number).round(4).terms().royaltyPercent()).isEqualByComparingTo("2.5");
    }

    @Test
    void aLinkAnswersForItsOwnSideOnly() {
        links.send(number, Side.LICENSOR);
        String theirs = mailbox.link(licensor);
        HttpResponse<String> own =
                new Visitor(port).submit(theirs, theirs + "/answer", "occasion=OFFER&round=1&positive=true");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("own offer");
        assertThat(sheets.of(number).round(1).state()).isEqualTo(Round.State.OPEN);
    }

    @Test
    void aCompanyAnswersClauseByClauseInItsBrowser() {
        try (Browser browser = Browser.open()) {
            Page phone = browser.visit("http://localhost:" + port + link, 390);
            Browser.wholePicture(phone, "party-offer-phone-japanese");
            phone.getByText("条項ごとに回答する").click();
            phone.locator("fieldset", new Page.LocatorOptions().setHasText("契約一時金"))
                    .getByText("対案を示す")
                    .click();
            phone.locator("#upfrontYen").fill("-1");
            Browser.wholePicture(phone, "party-clauses-phone-japanese");
            assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            phone.getByText("この内容で回答する").click();
            phone.getByText("契約一時金に負の値は入力できません").waitFor();
            Browser.picture(phone, "party-clauses-phone-refused");
            assertThat(phone.locator("#upfrontYen").inputValue()).isEqualTo("-1");
            phone.locator("#upfrontYen").fill("500000");
            phone.getByText("この内容で回答する").click();
            phone.getByText("ご回答を受け付けました").waitFor();

            Page desktop = browser.visit("http://localhost:" + port + mailbox.link(licensor), 1280);
            Browser.wholePicture(desktop, "party-offer-desktop-english");
            desktop.getByText("Answer clause by clause").click();
            desktop.locator("fieldset", new Page.LocatorOptions().setHasText("Upfront payment"))
                    .getByText("Propose something else")
                    .click();
            Browser.wholePicture(desktop, "party-clauses-desktop-english");
        }
        assertThat(sheets.of(number).round(2).terms().upfrontYen()).isEqualByComparingTo("500000");
    }

    private HttpResponse<String> counter(String fields) {
        return new Visitor(port).submit(link, link + "/offer", fields);
    }

    private HttpResponse<String> answer(String fields) {
        return new Visitor(port).submit(link, link + "/answer", fields);
    }
}
