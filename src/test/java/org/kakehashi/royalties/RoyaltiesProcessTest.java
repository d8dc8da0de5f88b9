package org.kakehashi.royalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.royalties.Obligation.Kind.INTEREST;
import static org.kakehashi.royalties.Obligation.Kind.MILESTONE;
import static org.kakehashi.royalties.Obligation.Kind.MINIMUM;
import static org.kakehashi.royalties.Obligation.Kind.RENEWAL_NOTICE;
import static org.kakehashi.royalties.Obligation.Kind.ROYALTY;
import static org.kakehashi.royalties.Obligation.Kind.ROYALTY_REPORT;
import static org.kakehashi.royalties.Obligation.Kind.UPFRONT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** From the confirmed contract over its statements to what is received for them. */
@ProcessTest
class RoyaltiesProcessTest {

    private static final Duration OVER_A_YEAR = Duration.ofDays(370);

    @Autowired
    private ConfirmedContract confirmed;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Statements statements;

    @Autowired
    private Payments payments;

    @Autowired
    private PatentShares shares;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Journal journal;

    @Autowired
    private Clock clock;

    @Test
    void aConfirmedContractDemandsWhatItsTermsSayOnce() {
        String contract = confirmed.create();
        obligations.plan(contract);
        LocalDate begin = contracts.of(contract).grant().beginsOn();
        LocalDate secondYear = begin.plusYears(1);
        LocalDate end = begin.plusYears(2);
        assertThat(obligations.ofContract(contract))
                .extracting(Obligation::kind, Obligation::dueOn)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(UPFRONT, begin.plusDays(30)),
                        Tuple.tuple(ROYALTY_REPORT, secondYear.plusDays(29)),
                        Tuple.tuple(MINIMUM, secondYear.plusDays(59)),
                        Tuple.tuple(MILESTONE, secondYear),
                        Tuple.tuple(RENEWAL_NOTICE, end.minusDays(60)),
                        Tuple.tuple(ROYALTY_REPORT, end.plusDays(29)),
                        Tuple.tuple(MINIMUM, end.plusDays(59)),
                        Tuple.tuple(MILESTONE, LocalDate.of(2031, 4, 1)));
        assertThat(journal.of(contracts.of(contract).caseNumber()))
                .filteredOn(entry -> entry.event().equals("Obligations planned"))
                .hasSize(1);
    }

    @Test
    void termsThatSayThatThereIsNoMilestoneDemandNone() {
        String contract = confirmed.create(ConfirmedContract.terms("None."));
        assertThat(obligations.ofContract(contract))
                .extracting(Obligation::kind)
                .isNotEmpty()
                .doesNotContain(MILESTONE);
    }

    @Test
    void aStatementMakesItsRoyaltyDueAndLeavesOfTheMinimumWhatIsMissing() {
        String contract = confirmed.create();
        EngineTime.pass(OVER_A_YEAR);
        Statement statement = statements.enter(contract, confirmed.first(contract, ROYALTY_REPORT), sales("1234567"));
        assertThat(statement.royalty()).isEqualTo(Money.yen(61_728));
        assertThat(statement.agreementVersion()).isEqualTo(1);
        assertThat(owed(contract, ROYALTY)).isEqualTo(Money.yen(61_728));
        assertThat(owed(contract, MINIMUM)).isEqualTo(Money.yen(38_272));
    }

    @Test
    void royaltiesThatReachTheMinimumSettleIt() {
        String contract = confirmed.create();
        String minimum = confirmed.first(contract, MINIMUM);
        EngineTime.pass(OVER_A_YEAR);
        statements.enter(contract, confirmed.first(contract, ROYALTY_REPORT), sales("12000000"));
        assertThat(owed(contract, ROYALTY)).isEqualTo(Money.yen(540_000));
        assertThat(obligations.of(minimum).status()).isEqualTo(Obligation.Status.SETTLED);
    }

    @Test
    void anAuditComparesTheBooksWithTheStatement() {
        String contract = confirmed.create();
        String report = confirmed.first(contract, ROYALTY_REPORT);
        EngineTime.pass(OVER_A_YEAR);
        statements.enter(contract, report, sales("8000000"));
        UnderReport found = statements.audit(contract, report, sales("10000000"));
        assertThat(found.shortfall()).isEqualTo(Money.yen(100_000));
        assertThat(found.auditCostMoves()).isTrue();
    }

    @Test
    void aStatementThatCannotBeChangesNothing() {
        String contract = confirmed.create();
        String report = confirmed.first(contract, ROYALTY_REPORT);
        String upfront = confirmed.first(contract, UPFRONT);
        List<Obligation.Status> before = statuses(contract);
        assertThatThrownBy(() -> statements.enter(contract, report, sales("-1")))
                .isInstanceOf(Refusal.class)
                .hasMessage("The net sales cannot be negative.");
        assertThatThrownBy(() -> statements.enter(contract, report, sales("1")))
                .hasMessageContaining("what it brings is known after that day only");
        assertThatThrownBy(() -> statements.enter(contract, upfront, sales("1")))
                .hasMessageContaining("upfront payment: record what was paid.");
        assertThatThrownBy(() -> statements.enter(confirmed.create(), report, sales("1")))
                .hasMessageContaining("has no obligation " + report);
        assertThat(statuses(contract)).isEqualTo(before);
        assertThat(statements.ofContract(contract)).isEmpty();
    }

    @Test
    void aStatementIsEnteredOnce() {
        String contract = confirmed.create();
        String report = confirmed.first(contract, ROYALTY_REPORT);
        EngineTime.pass(OVER_A_YEAR);
        statements.enter(contract, report, sales("2000000"));
        assertThatThrownBy(() -> statements.enter(contract, report, sales("1")))
                .hasMessageContaining("is settled since");
        assertThat(owed(contract, ROYALTY)).isEqualTo(Money.yen(100_000));
    }

    @Test
    void aPartOfAPaymentLeavesTheRestOpenAndWhatIsLateBearsInterest() {
        String contract = confirmed.create();
        String upfront = confirmed.first(contract, UPFRONT);
        LocalDate due = obligations.of(upfront).dueOn();
        payments.receive(contract, upfront, Money.yen(1_000_000), today());
        assertThat(payments.outstanding(obligations.of(upfront))).isEqualTo(Money.yen(2_000_000));
        assertThat(obligations.of(upfront).isOpen()).isTrue();
        EngineTime.pass(Duration.ofDays(60));
        Payment late = payments.receive(contract, upfront, Money.yen(2_000_000), due.plusDays(10));
        assertThat(late.lateInterest()).isEqualTo(Money.yen(8_000));
        assertThat(obligations.of(upfront).status()).isEqualTo(Obligation.Status.SETTLED);
        String interest = confirmed.first(contract, INTEREST);
        payments.receive(contract, interest, Money.yen(8_000), today());
        assertThat(obligations.of(interest).isOpen()).isFalse();
    }

    @Test
    void aPaymentThatCannotBeChangesNothing() {
        String contract = confirmed.create();
        String upfront = confirmed.first(contract, UPFRONT);
        assertThatThrownBy(() -> payments.receive(contract, upfront, Money.yen(3_000_001), today()))
                .isInstanceOf(Refusal.class)
                .hasMessage("JPY 3,000,001 is more than the JPY 3,000,000 that is still owed.");
        assertThatThrownBy(() -> payments.receive(contract, upfront, Money.yen(0), today()))
                .hasMessage("The payment must be above zero.");
        assertThatThrownBy(() -> payments.receive(contract, upfront, Money.yen(1), today().plusDays(1)))
                .hasMessageContaining("still to come");
        assertThatThrownBy(() ->
                        payments.receive(contract, confirmed.first(contract, MINIMUM), Money.yen(100_000), today()))
                .hasMessageContaining("A statement of that year comes first");
        assertThat(payments.ofContract(contract)).isEmpty();
    }

    @Test
    void whatIsReceivedIsSplitByTheSharesOfThatDay() {
        String contract = confirmed.create();
        String upfront = confirmed.first(contract, UPFRONT);
        shares.agree(contract, thirds());
        payments.receive(contract, upfront, Money.yen(100), today());
        shares.agree(contract, new Shares(List.of(new Share("JP 1", BigDecimal.valueOf(100)))));
        assertThat(payments.ofContract(contract).get(0).parts())
                .containsEntry("JP 1", Money.yen(33))
                .containsEntry("JP 2", Money.yen(33))
                .containsEntry("JP 3", Money.yen(34));
    }

    private static Shares thirds() {
        return new Shares(List.of(
                new Share("JP 1", new BigDecimal("33.33")),
                new Share("JP 2", new BigDecimal("33.33")),
                new Share("JP 3", new BigDecimal("33.34"))));
    }

    private Money owed(String contract, Obligation.Kind kind) {
        return obligations.of(confirmed.first(contract, kind)).amount().orElseThrow();
    }

    private List<Obligation.Status> statuses(String contract) {
        return obligations.ofContract(contract).stream().map(Obligation::status).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Usage sales(String netSales) {
        return new Usage(new BigDecimal(netSales), 0);
    }
}
