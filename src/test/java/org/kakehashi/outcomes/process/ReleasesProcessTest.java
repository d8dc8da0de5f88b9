package org.kakehashi.outcomes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Answer.Channel;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.FiscalYear;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.Inquiry.State;
import org.kakehashi.outcomes.InquiryYears;
import org.kakehashi.outcomes.InquiryYears.Rate;
import org.kakehashi.outcomes.Releases;
import org.kakehashi.outcomes.Releases.Release;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Years are closed, and their figures released by two managers; what is released does not move. Each test has a far year of its own. */
@ProcessTest
class ReleasesProcessTest {

    @Autowired
    private ConfirmedContract confirmed;

    @Autowired
    private DueInquiries due;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private InquiryYears years;

    @Autowired
    private Releases releases;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @AfterEach
    void nobodyIsThere() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theClosingEndsWhatWaitsHoweverFarItHasCome() {
        EngineTime.pass(Duration.ofDays(15 * 366));
        String silent = contract();
        String visited = confirmed.create();
        String unbegun = confirmed.create();
        String answered = contract();
        int year = due.open(silent, 0).fiscalYear();
        List.of(silent, visited, answered).forEach(each -> desk.runDueJobs(number(each, year)));
        take(answered, year, figures("JPY", "5000000", 2), 0);
        await().until(() -> inquiries.of(number(answered, year)).state() == State.ANSWERED);
        assertThat(desk.open(number(visited, year))).hasSize(1);

        as("clerk", Roles.REGISTRARS);
        assertThatThrownBy(() -> years.close(year, true)).hasMessageContaining("Managers close a year");
        as("manager-1", Roles.MANAGERS);
        assertThatThrownBy(() -> years.close(year, false)).hasMessageContaining("are unsettled");
        years.close(year, true);
        for (String each : List.of(silent, visited, unbegun)) {
            await().until(() -> running(number(each, year)) == 0);
            assertThat(inquiries.of(number(each, year)).state()).isEqualTo(State.CLOSED);
        }
        assertThat(inquiries.of(number(answered, year)).state()).isEqualTo(State.ANSWERED);
        assertThatThrownBy(() -> years.close(year, true)).hasMessageContaining("closed already");
        String late = confirmed.create();
        due.look();
        assertThat(inquiries.find(late, year)).isEmpty();
    }

    @Test
    void oneManagerProposesAnotherReleasesAndACorrectionIsAFurtherReleaseWithItsDifference() {
        String inYen = confirmed.create();
        String inDollars = confirmed.create();
        int year = farYear(30);
        take(inYen, year, figures("JPY", "5000000", 2), 0);
        take(inDollars, year, figures("USD", "10000.55", 1), 0);

        as("manager-1", Roles.MANAGERS);
        assertThatThrownBy(() -> releases.propose(year, "First")).hasMessageContaining("still open: close it first");
        assertThatThrownBy(() -> years.close(year, true)).hasMessageContaining("Answers were given in USD");
        assertThatThrownBy(() -> years.rate(year, List.of(rate("0")))).hasMessageContaining("as a positive number");
        assertThatThrownBy(() -> years.rate(
                        year,
                        List.of(new Rate(
                                "USD", BigDecimal.TEN, LocalDate.now(clock).plusDays(1), "BoJ"))))
                .hasMessageContaining("still to come");
        assertThatThrownBy(
                        () -> years.rate(year, List.of(new Rate("XAU", BigDecimal.TEN, LocalDate.now(clock), "BoJ"))))
                .hasMessageContaining("none of the currencies");
        years.rate(year, List.of(rate("151.37")));
        years.close(year, true);
        Release first = releases.propose(year, "The year's first release");
        assertThat(first.release()).isEqualTo(1);
        assertThat(first.salesYen()).isEqualByComparingTo("6513783");
        assertThatThrownBy(() -> releases.propose(year, "Again")).hasMessageContaining("is proposed already");
        assertThatThrownBy(() -> releases.decide(year, 1, true, ""))
                .hasMessageContaining("proposed this release yourself");
        assertThat(releases.current(year)).isEmpty();
        as("manager-2", Roles.MANAGERS);
        assertThatThrownBy(() -> releases.decide(year, 1, false, " ")).hasMessageContaining("Say what has to change");
        releases.decide(year, 1, true, "");
        assertThat(released(year)).isEqualByComparingTo("6513783");
        assertThatThrownBy(() -> releases.propose(year, "No news")).hasMessageContaining("Nothing differs");

        take(inYen, year, figures("JPY", "6000000", 2), 1);
        assertThat(released(year)).as("a later answer moves nothing").isEqualByComparingTo("6513783");
        assertThat(releases.pending(year)).singleElement().satisfies(each -> {
            assertThat(each.contractNumber()).isEqualTo(inYen);
            assertThat(each.before().salesYen()).isEqualByComparingTo("5000000");
            assertThat(each.after().salesYen()).isEqualByComparingTo("6000000");
        });
        releases.propose(year, "A licensee has corrected its sales");
        as("manager-1", Roles.MANAGERS);
        releases.decide(year, 2, false, "Ask for the books first.");
        assertThat(released(year)).isEqualByComparingTo("6513783");
        releases.propose(year, "The books were seen");
        as("manager-2", Roles.MANAGERS);
        assertThat(releases.decide(year, 3, true, "").state()).isEqualTo(Releases.State.RELEASED);
        assertThat(released(year)).isEqualByComparingTo("7513783");
        assertThat(releases.differences(year, 3)).hasSize(1);
        assertThat(releases.differences(year, 1)).hasSize(2);
        assertThatThrownBy(() -> releases.decide(year, 3, true, "")).hasMessageContaining("already");
    }

    @Test
    void whatIsNotCountedYetIsNotReleased() {
        String contract = confirmed.create();
        int year = farYear(40);
        take(contract, year, figures("JPY", "5000000", 2), 0);
        inquiries.move(number(contract, year), State.REVIEW);
        as("manager-1", Roles.MANAGERS);
        years.close(year, true);
        await().until(() -> inquiries.of(number(contract, year)).state() == State.CLOSED);
        assertThat(releases.propose(year, "First").contracts()).isZero();
    }

    private String contract() {
        String contract = confirmed.create();
        confirmed.contact(contract, Side.LICENSEE, "en");
        return contract;
    }

    /** A year in which no contract is in force, so that only what the test enters is in it. */
    private int farYear(int yearsOn) {
        EngineTime.pass(Duration.ofDays(yearsOn * 366L));
        due.look();
        return FiscalYear.of(LocalDate.now(clock).minusMonths(2)) - 1;
    }

    private String number(String contract, int year) {
        return inquiries.find(contract, year).map(Inquiry::number).orElseThrow();
    }

    private void take(String contract, int year, Figures figures, int seen) {
        Inquiry inquiry = inquiries.enter(
                contract, year, new Answer.Given(figures, Channel.VISIT, "Visit", "", "Corrected.", seen));
        inquiries.settle(inquiry.number(), State.ANSWERED, null);
    }

    private static Figures figures(String currency, String sales, int jobs) {
        return new Figures(
                Currency.getInstance(currency),
                new BigDecimal(sales),
                jobs,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                null,
                "");
    }

    private Rate rate(String yen) {
        return new Rate("USD", new BigDecimal(yen), LocalDate.now(clock), "Bank of Japan");
    }

    private BigDecimal released(int year) {
        return jdbc.sql("SELECT sum(sales_yen) FROM released_impact WHERE fiscal_year = ?")
                .param(year)
                .query(BigDecimal.class)
                .single();
    }

    private long running(String number) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private static void as(String user, String group) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user, "", List.of(new SimpleGrantedAuthority(group))));
    }
}
