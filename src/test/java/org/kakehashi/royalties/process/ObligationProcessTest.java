package org.kakehashi.royalties.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Reminders;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submissions;
import org.kakehashi.royalties.Usage;
import org.kakehashi.royalties.process.ObligationProcess.Elements;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

/** Obligations from the day they come near until they are settled. */
@ProcessTest
class ObligationProcessTest {

    @Autowired
    private ConfirmedContract confirmed;

    @Autowired
    private ObligationWatch watch;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Statements statements;

    @Autowired
    private Payments payments;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Reminders reminders;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Journal journal;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Desk desk;

    @Autowired
    private Clock clock;

    @Test
    void whatIsFarAwayIsNotWatchedAndWhatIsNearOnce() {
        String contract = confirmed.create();
        String upfront = near(contract, Obligation.Kind.UPFRONT);
        watch.look();
        assertThat(running(upfront)).isEqualTo(1);
        assertThat(running(confirmed.first(contract, Obligation.Kind.ROYALTY_REPORT)))
                .isZero();
        assertThat(events(contract)).contains("Comes near: upfront payment");
    }

    @Test
    void theRegistrarEntersTheStatementAndTheProcessEnds() {
        String contract = confirmed.create();
        EngineTime.pass(Duration.ofDays(366));
        String report = near(contract, Obligation.Kind.ROYALTY_REPORT);
        assertThat(desk.facts(desk.task(report, Elements.RECORD_STATEMENT))
                        .prop("formula")
                        .stringValue())
                .startsWith("5 % of net sales");
        assertThatThrownBy(() -> desk.complete(report, Elements.RECORD_STATEMENT, Map.of("netSales", "-1")))
                .hasMessage("The net sales cannot be negative.");
        assertThat(desk.open(report)).containsExactly(Elements.RECORD_STATEMENT);
        desk.complete(report, Elements.RECORD_STATEMENT, Map.of("netSales", "2000000", "units", 12));
        assertThat(running(report)).isZero();
        assertThat(statements.ofContract(contract).get(0).royalty()).isEqualTo(Money.yen(100_000));
    }

    @Test
    void aPartOfAPaymentLeavesTheTaskForTheRest() {
        String contract = confirmed.create();
        String upfront = near(contract, Obligation.Kind.UPFRONT);
        desk.complete(upfront, Elements.RECORD_PAYMENT, Map.of("amount", "1000000", "receivedOn", today()));
        assertThat(desk.facts(desk.task(upfront, Elements.RECORD_PAYMENT))
                        .prop("outstanding")
                        .stringValue())
                .isEqualTo("JPY 2,000,000");
        desk.complete(upfront, Elements.RECORD_PAYMENT, Map.of("amount", "2000000", "receivedOn", today()));
        assertThat(running(upfront)).isZero();
        assertThat(obligations.of(upfront).status()).isEqualTo(Obligation.Status.SETTLED);
    }

    @Test
    void aMilestoneIsSettledByTellingHowItWasReached() {
        String contract = confirmed.create();
        EngineTime.pass(Duration.ofDays(340));
        String milestone = near(contract, Obligation.Kind.MILESTONE);
        desk.complete(milestone, Elements.RECORD_DEED, Map.of("note", "The prototype was shown in Kobe."));
        assertThat(running(milestone)).isZero();
        assertThat(obligations.of(milestone).note()).contains("Kobe");
    }

    @Test
    void whatIsSettledElsewhereEndsItsProcess() {
        String contract = confirmed.create();
        String upfront = near(contract, Obligation.Kind.UPFRONT);
        payments.receive(contract, upfront, Money.yen(3_000_000), LocalDate.now(clock));
        await().until(() -> running(upfront) == 0);
    }

    @Test
    void theRegistrarIsRemindedThreeTimesAndManagersTakeOverAfterAMonth() {
        String contract = confirmed.create();
        String upfront = near(contract, Obligation.Kind.UPFRONT);
        passTo(upfront, -8);
        assertThat(reminders(contract)).isZero();
        passTo(upfront, -7);
        assertThat(reminders(contract)).isEqualTo(1);
        assertThat(desk.task(upfront, Elements.RECORD_PAYMENT).getPriority()).isEqualTo(Escalation.REMINDED);
        passTo(upfront, 0);
        assertThat(reminders(contract)).isEqualTo(1);
        passTo(upfront, 1);
        assertThat(reminders(contract)).isEqualTo(2);
        passTo(upfront, 14);
        assertThat(reminders(contract)).isEqualTo(3);
        assertThat(candidates(upfront)).containsExactly("registrars");
        passTo(upfront, 30);
        assertThat(reminders(contract)).isEqualTo(3);
        assertThat(events(contract)).contains("Escalated to managers: upfront payment");
        assertThat(candidates(upfront)).containsExactlyInAnyOrder("registrars", "managers");
        assertThat(desk.task(upfront, Elements.RECORD_PAYMENT).getPriority()).isEqualTo(Escalation.OVERDUE);
    }

    @Test
    void theObligedPartyIsMailedOnceOnEachOfTheFiveDaysInItsLanguage() {
        String contract = confirmed.create();
        String licensee = confirmed.contact(contract, Side.LICENSEE, "ja");
        String licensor = confirmed.contact(contract, Side.LICENSOR, "en");
        String upfront = near(contract, Obligation.Kind.UPFRONT);
        for (int day : new int[] {-8, -7, 0, 1, 2, 14, 29, 30}) {
            passTo(upfront, day);
        }
        assertThat(reminders.ofContract(contract))
                .filteredOn(reminder -> reminder.obligationNumber().equals(upfront))
                .extracting(Reminders.Reminder::days)
                .containsExactly(-30, -7, 1, 14, 30);
        List<String> letters = confirmed.letters(licensee);
        assertThat(letters).hasSize(5).allSatisfy(letter -> assertThat(letter)
                .contains(contract, "/statements", "西沢 理恵 様")
                .doesNotContain("3,000,000", "JPY", "Upfront", "一時金"));
        assertThat(letters.get(0)).contains("までにご対応いただきたい事項");
        assertThat(letters.get(4)).contains("まだ完了していません");
        assertThat(confirmed.letters(licensor)).isEmpty();
        assertThat(desk.facts(desk.task(upfront, Elements.RECORD_PAYMENT))).isNotNull();
        assertThat(events(contract)).contains("Reminder mailed to the licensee");
    }

    @Test
    void aReminderThatIsAskedForTwiceIsMailedOnce() {
        String contract = confirmed.create();
        String licensee = confirmed.contact(contract, Side.LICENSEE, "en");
        String upfront = confirmed.first(contract, Obligation.Kind.UPFRONT);
        reminders.mail(upfront, -7);
        reminders.mail(upfront, -7);
        assertThat(confirmed.letters(licensee)).hasSize(1);
    }

    @Test
    void bothPartiesAreAskedWhetherTheContractIsRenewed() {
        String contract = confirmed.create();
        String licensee = confirmed.contact(contract, Side.LICENSEE, "ja");
        String licensor = confirmed.contact(contract, Side.LICENSOR, "en");
        reminders.mail(confirmed.first(contract, Obligation.Kind.RENEWAL_NOTICE), -30);
        assertThat(confirmed.letters(licensee)).hasSize(1);
        assertThat(confirmed.letters(licensor)).singleElement().asString().doesNotContain("/statements");
    }

    @Test
    void whereNobodyHasAnAddressTheJournalSaysSo() {
        String contract = confirmed.create();
        near(contract, Obligation.Kind.UPFRONT);
        assertThat(events(contract)).contains("No mail address is known for the licensee: it was not reminded");
    }

    @Test
    void whatTheLicenseeSubmitsLiesBeforeTheRegistrarAndACorrectionTakesItsPlace() {
        String contract = confirmed.create();
        EngineTime.pass(Duration.ofDays(366));
        String report = near(contract, Obligation.Kind.ROYALTY_REPORT);
        assertThat(desk.facts(desk.task(report, Elements.RECORD_STATEMENT))
                        .prop("submitted")
                        .stringValue())
                .isEmpty();
        submissions.submit(contract, report, sales("2000000"), 0);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(edition(report)).isEqualTo(1));
        submissions.submit(contract, report, sales("3000000"), 1);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(edition(report)).isEqualTo(2));
        assertThat(desk.facts(desk.task(report, Elements.RECORD_STATEMENT))
                        .prop("steps")
                        .toString())
                .contains("5 % of 3,000,000", "JPY 150,000");
        desk.complete(report, Elements.RECORD_STATEMENT, Map.of("netSales", "3000000", "units", 0));
        assertThat(running(report)).isZero();
        assertThat(statements.ofContract(contract).get(0).royalty()).isEqualTo(Money.yen(150_000));
        assertThatThrownBy(() -> submissions.submit(contract, report, sales("1"), 2))
                .hasMessageContaining("is settled since");
    }

    @Test
    void aStatementBelowWhatIsKnownOpensAnAuditWhoseFindingsBecomeDue() {
        String contract = confirmed.create();
        EngineTime.pass(Duration.ofDays(366));
        String report = near(contract, Obligation.Kind.ROYALTY_REPORT);
        desk.complete(
                report,
                Elements.RECORD_STATEMENT,
                Map.of("netSales", "8000000", "units", 0, "knownNetSales", "10000000"));
        EngineTime.pass(Duration.ofDays(40));
        String audit = near(contract, Obligation.Kind.AUDIT);
        desk.complete(audit, Elements.RECORD_AUDIT, Map.of("netSales", "10000000", "cost", "300000"));
        assertThat(running(audit)).isZero();
        assertThat(obligations.of(audit).note()).isEqualTo("Under-reported by 20.00 %");
        assertThat(obligations
                        .of(confirmed.first(contract, Obligation.Kind.AUDIT_COST))
                        .amount())
                .contains(Money.yen(300_000));
        assertThat(obligations.ofContract(contract))
                .filteredOn(obligation -> obligation.kind() == Obligation.Kind.ROYALTY)
                .extracting(obligation -> obligation.amount().orElseThrow())
                .containsExactlyInAnyOrder(Money.yen(400_000), Money.yen(100_000));
    }

    private int edition(String report) {
        return desk.facts(desk.task(report, Elements.RECORD_STATEMENT))
                .prop("edition")
                .numberValue()
                .intValue();
    }

    private static Usage sales(String netSales) {
        return new Usage(new BigDecimal(netSales), 0);
    }

    private String near(String contract, Obligation.Kind kind) {
        String number = confirmed.first(contract, kind);
        watch.look();
        desk.runDueJobs(number);
        return number;
    }

    /** Moves the clock to noon of the day that lies so far from the day the obligation is due. */
    private void passTo(String number, int days) {
        var noon = obligations.of(number).dueOn().plusDays(days).atTime(12, 0).atZone(clock.getZone());
        EngineTime.pass(Duration.of(ChronoUnit.SECONDS.between(clock.instant(), noon.toInstant()), ChronoUnit.SECONDS));
        desk.runDueJobs(number);
    }

    private long running(String number) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(ObligationProcess.KEY)
                .processInstanceBusinessKey(number)
                .count();
    }

    private List<String> candidates(String number) {
        return tasks
                .getIdentityLinksForTask(
                        desk.task(number, Elements.RECORD_PAYMENT).getId())
                .stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private long reminders(String contract) {
        return events(contract).stream()
                .filter("Reminder: upfront payment"::equals)
                .count();
    }

    private List<String> events(String contract) {
        return journal.of(contracts.of(contract).caseNumber()).stream()
                .map(Journal.Entry::event)
                .toList();
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
