package org.kakehashi.royalties.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Change;
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.Reminders;
import org.kakehashi.royalties.Successions;
import org.kakehashi.royalties.process.ContractChangeProcess.Elements;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Changes of a contract from their beginning to the next version of its terms. */
@ProcessTest
class ContractChangeProcessTest {

    @Autowired
    private ConfirmedContract confirmed;

    @Autowired
    private Changes changes;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Contracts contracts;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private Desk desk;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Successions successions;

    @Autowired
    private Reminders reminders;

    @Autowired
    private PartyLinks links;

    @Autowired
    private Clock clock;

    private String contract;
    private LocalDate begin;

    @BeforeEach
    void aConfirmedContract() {
        contract = confirmed.create();
        begin = contracts.of(contract).grant().beginsOn();
    }

    @Test
    void anAmendmentIsTheNextVersionAndPlansTheFollowingYearsAnew() {
        begin(Change.Kind.AMENDMENT);
        propose(Elements.PROPOSE_AMENDMENT, amendment(begin.plusYears(1), "4"));
        decide("manager-2", true);
        assertThat(agreements.versions(contract))
                .extracting(version -> version.formula().percent().intValue())
                .containsExactly(5, 4);
        assertThat(open(Obligation.Kind.MINIMUM))
                .extracting(minimum -> minimum.amount().orElseThrow())
                .containsExactly(Money.yen(100_000), Money.yen(200_000));
        assertThat(open(Obligation.Kind.ROYALTY_REPORT)).hasSize(2);
        assertThat(running()).isZero();
    }

    @Test
    void aRenewalMovesTheEndAndPlansTheYearsThatFollow() {
        begin(Change.Kind.RENEWAL);
        propose(Elements.PROPOSE_RENEWAL, Map.of("endsOn", day(begin.plusYears(3)), "reason", "It sells."));
        decide("manager-2", true);
        assertThat(contracts.of(contract).grant().endsOn()).isEqualTo(begin.plusYears(3));
        assertThat(open(Obligation.Kind.ROYALTY_REPORT)).hasSize(3);
        assertThat(open(Obligation.Kind.RENEWAL_NOTICE))
                .extracting(Obligation::dueOn)
                .containsExactly(begin.plusYears(3).minusDays(60));
    }

    @Test
    void aTerminationCancelsWhatWouldBeDemandedAfterIt() {
        begin(Change.Kind.TERMINATION);
        propose(Elements.PROPOSE_TERMINATION, Map.of("endsOn", day(begin.plusYears(1)), "reason", "Given up."));
        decide("manager-2", true);
        assertThat(contracts.of(contract).grant().endsOn()).isEqualTo(begin.plusYears(1));
        assertThat(open(Obligation.Kind.ROYALTY_REPORT)).hasSize(1);
        assertThat(open(Obligation.Kind.RENEWAL_NOTICE)).isEmpty();
        assertThat(open(Obligation.Kind.UPFRONT)).hasSize(1);
    }

    @Test
    void anAssignmentBindsAnOrganisationOfTheDirectoryAndLeavesWhoSigned() {
        Contract before = contracts.of(contract);
        var signed = before.party(Side.LICENSEE);
        String former = confirmed.contact(contract, Side.LICENSEE, "ja");
        links.send(before.caseNumber(), Side.LICENSEE);
        links.send(before.caseNumber(), Side.LICENSEE);
        Organisation successor = organisation("Minatogawa Pumps " + UUID.randomUUID());
        String address = confirmed.contact(successor.id(), "en");

        begin(Change.Kind.ASSIGNMENT);
        propose(Elements.PROPOSE_ASSIGNMENT, assignment(successor, today()));
        decide("manager-2", true);

        assertThat(contracts.of(contract).party(Side.LICENSEE)).isEqualTo(signed);
        assertThat(successions.of(contract)).singleElement().satisfies(taken -> {
            assertThat(taken.party().organisation()).isEqualTo(successor.id());
            assertThat(taken.party().type()).isEqualTo(OrganisationType.LARGE);
            assertThat(taken.party().prefecture()).isEqualTo(Prefecture.HYOGO);
        });
        assertThat(links.of(before.caseNumber())).hasSize(2).allMatch(link -> link.revokedAt() != null);
        assertThat(open(Obligation.Kind.ROYALTY_REPORT)).hasSize(2);
        int lettersBefore = confirmed.letters(former).size();
        reminders.mail(confirmed.first(contract, Obligation.Kind.UPFRONT), -30);
        assertThat(confirmed.letters(address)).hasSize(1);
        assertThat(confirmed.letters(former)).hasSize(lettersBefore);
    }

    @Test
    void whoCannotTakeAPartysPlaceIsRefusedWithASentence() {
        begin(Change.Kind.ASSIGNMENT);
        Contract signed = contracts.of(contract);
        assertThatThrownBy(() -> propose(
                        Elements.PROPOSE_ASSIGNMENT,
                        assignment(signed.party(Side.LICENSEE).organisation(), today())))
                .hasMessageContaining("is the licensee already");
        assertThatThrownBy(() -> propose(
                        Elements.PROPOSE_ASSIGNMENT,
                        assignment(signed.party(Side.LICENSOR).organisation(), today())))
                .hasMessageContaining("nobody makes a contract with itself");
        assertThatThrownBy(() -> propose(Elements.PROPOSE_ASSIGNMENT, assignment(UUID.randomUUID(), today())))
                .hasMessageContaining("There is no organisation");
        assertThatThrownBy(() -> propose(
                        Elements.PROPOSE_ASSIGNMENT,
                        Map.of(
                                "side", "LICENSEE",
                                "successorName", "Nobody of that name",
                                "effectiveOn", day(today()),
                                "reason", "Merger.")))
                .hasMessageContaining("enter it there first");
        assertThatThrownBy(() -> propose(
                        Elements.PROPOSE_ASSIGNMENT,
                        assignment(organisation("Later Pumps " + UUID.randomUUID()), today().plusDays(1))))
                .hasMessageContaining("still to come");
        assertThat(desk.open(contract)).containsExactly(Elements.PROPOSE_ASSIGNMENT);
        assertThat(successions.of(contract)).isEmpty();
    }

    @Test
    void aRefusedChangeChangesNothing() {
        begin(Change.Kind.AMENDMENT);
        propose(Elements.PROPOSE_AMENDMENT, amendment(begin.plusYears(1), "4"));
        assertThatThrownBy(() -> as("manager-2", Elements.DECIDE_CHANGE, Map.of("agreed", false)))
                .hasMessage("Say why the change is refused.");
        as("manager-2", Elements.DECIDE_CHANGE, Map.of("agreed", false, "comment", "The deed is missing."));
        assertThat(agreements.versions(contract)).hasSize(1);
        assertThat(running()).isZero();
    }

    @Test
    void whoHasProposedAChangeDoesNotDecideOnIt() {
        begin(Change.Kind.AMENDMENT);
        propose(Elements.PROPOSE_AMENDMENT, amendment(begin.plusYears(1), "4"));
        assertThatThrownBy(() -> decide("registrar-1", true)).hasMessageContaining("another manager decides");
        assertThat(agreements.versions(contract)).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedAndTheTaskStays() {
        begin(Change.Kind.AMENDMENT);
        assertThatThrownBy(() -> propose(Elements.PROPOSE_AMENDMENT, amendment(begin, "-1")))
                .hasMessageContaining("A royalty cannot be negative.");
        assertThatThrownBy(() -> propose(Elements.PROPOSE_AMENDMENT, amendment(begin.minusDays(1), "4")))
                .hasMessageContaining("before the contract begins");
        assertThat(desk.open(contract)).containsExactly(Elements.PROPOSE_AMENDMENT);
        assertThatThrownBy(() -> begin(Change.Kind.RENEWAL)).hasMessageContaining("is being changed already");
        assertThat(agreements.versions(contract)).hasSize(1);
    }

    @Test
    void aTermThatEndsBeforeItBeginsIsRefusedAndTheContractStaysAsItIs() {
        begin(Change.Kind.TERMINATION);
        assertThatThrownBy(() -> propose(
                        Elements.PROPOSE_TERMINATION, Map.of("endsOn", day(begin.minusDays(1)), "reason", "Given up.")))
                .hasMessage("The term ends before it begins: it begins on " + begin + ".");
        assertThat(contracts.of(contract).grant().endsOn()).isEqualTo(begin.plusYears(2));
        assertThat(desk.open(contract)).containsExactly(Elements.PROPOSE_TERMINATION);
    }

    @Test
    void aRenewalEndsLaterThanTheContractDoesAnyway() {
        begin(Change.Kind.RENEWAL);
        assertThatThrownBy(() -> propose(
                        Elements.PROPOSE_RENEWAL, Map.of("endsOn", day(begin.plusYears(1)), "reason", "It sells.")))
                .hasMessageContaining("a renewal ends later");
    }

    private Organisation organisation(String name) {
        return organisations.save(
                new Organisation(Organisation.Profile.of(name, OrganisationType.LARGE, Prefecture.HYOGO)));
    }

    private static Map<String, Object> assignment(Organisation successor, LocalDate from) {
        return assignment(successor.id(), from);
    }

    private static Map<String, Object> assignment(UUID successor, LocalDate from) {
        return Map.of("side", "LICENSEE", "successor", successor, "effectiveOn", day(from), "reason", "Merger.");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void begin(Change.Kind kind) {
        changes.begin(contract, kind);
    }

    private void propose(String element, Map<String, ?> answer) {
        as("registrar-1", element, answer);
    }

    private void decide(String manager, boolean agreed) {
        as(manager, Elements.DECIDE_CHANGE, Map.of("agreed", agreed));
    }

    private void as(String user, String element, Map<String, ?> answer) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        try {
            desk.complete(contract, element, answer);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private List<Obligation> open(Obligation.Kind kind) {
        return obligations.ofContract(contract).stream()
                .filter(obligation -> obligation.kind() == kind && obligation.isOpen())
                .toList();
    }

    private long running() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(ContractChangeProcess.KEY)
                .processInstanceBusinessKey(contract)
                .count();
    }

    private static Map<String, Object> amendment(LocalDate from, String percent) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("effectiveOn", day(from));
        answer.put("percent", percent);
        answer.put("perUnit", "0");
        answer.put("minimumAnnual", "200000");
        answer.put("reason", "Addendum of the parties.");
        return answer;
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
