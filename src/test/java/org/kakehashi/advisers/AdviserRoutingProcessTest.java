package org.kakehashi.advisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.shared.TechnologyField.FOOD_CHEMISTRY;
import static org.kakehashi.shared.TechnologyField.OPTICS;
import static org.kakehashi.shared.TechnologyField.SEMICONDUCTORS;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ProcessTest
@Transactional
class AdviserRoutingProcessTest {

    @Autowired
    AdviserRouting routing;

    @Autowired
    Advisers advisers;

    @Autowired
    Workload workload;

    @Autowired
    Ties ties;

    @Autowired
    Absences absences;

    @Autowired
    Organisations organisations;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    @BeforeEach
    void nobodyElse() {
        advisers.findAll().forEach(adviser -> adviser.active(false));
    }

    @Test
    void theAdviserOfThePrefectureWhoKnowsTheFieldComesFirst() {
        engage("tokyo-optics", Prefecture.TOKYO, OPTICS);
        engage("tokyo-food", Prefecture.TOKYO, FOOD_CHEMISTRY);
        engage("chiba-food", Prefecture.CHIBA, FOOD_CHEMISTRY);

        Routing.Choice choice = routing.choose(request(Prefecture.TOKYO, FOOD_CHEMISTRY));

        assertThat(choice.userId()).isEqualTo("tokyo-food");
        assertThat(choice.reason()).contains("knows the field");
    }

    @Test
    void nearnessCountsForMoreThanTheField() {
        engage("tokyo-optics", Prefecture.TOKYO, OPTICS);
        engage("chiba-food", Prefecture.CHIBA, FOOD_CHEMISTRY);

        assertThat(adviserFor(Prefecture.TOKYO, FOOD_CHEMISTRY)).isEqualTo("tokyo-optics");
    }

    @Test
    void thenTheRegionIsSearchedWithTheFieldFirst() {
        engage("chiba-optics", Prefecture.CHIBA, OPTICS);
        engage("saitama-food", Prefecture.SAITAMA, FOOD_CHEMISTRY);
        engage("osaka-food", Prefecture.OSAKA, FOOD_CHEMISTRY);

        assertThat(adviserFor(Prefecture.TOKYO, FOOD_CHEMISTRY)).isEqualTo("saitama-food");
        assertThat(adviserFor(Prefecture.KYOTO, SEMICONDUCTORS)).isEqualTo("osaka-food");
    }

    @Test
    void anOrganisationAbroadGetsWhoKnowsTheFieldAndSpeaksItsLanguage() {
        engage("tokyo-optics", Prefecture.TOKYO, OPTICS);
        engage("osaka-food", Prefecture.OSAKA, FOOD_CHEMISTRY);
        engageSpeaking("kyoto-english", Prefecture.KYOTO, Set.of("ja", "en"), OPTICS);

        assertThat(adviserFor(null, FOOD_CHEMISTRY)).isEqualTo("osaka-food");
        assertThat(routing.adviserFor(new Routing.Request(Side.LICENSOR, null, Set.of(FOOD_CHEMISTRY), "en", Set.of())))
                .isEqualTo("kyoto-english");
    }

    @Test
    void amongEqualsTheLeastLoadedIsChosen() {
        engage("tokyo-1", Prefecture.TOKYO, OPTICS);
        engage("tokyo-2", Prefecture.TOKYO, OPTICS);
        engage("tokyo-3", Prefecture.TOKYO, OPTICS);
        workload.assigned("tokyo-1", "L-2026-000001");
        workload.assigned("tokyo-2", "L-2026-000002");
        workload.assigned("tokyo-2", "L-2026-000002");
        workload.assigned("tokyo-3", "L-2026-000003");
        workload.assigned("tokyo-3", "L-2026-000004");
        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("tokyo-1");

        workload.closed("L-2026-000002");
        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("tokyo-2");

        workload.released("tokyo-3", "L-2026-000003");
        workload.released("tokyo-3", "L-2026-000004");
        workload.assigned("tokyo-2", "L-2026-000005");
        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("tokyo-3");
        assertThat(workload.of(Set.of("tokyo-1", "tokyo-3")))
                .containsEntry("tokyo-1", 1)
                .doesNotContainKey("tokyo-3");
    }

    @Test
    void whoHasReachedTheCapacityIsPassedOverWhileAnotherIsFree() {
        engage("tokyo-1", Prefecture.TOKYO, OPTICS);
        engage("chiba-1", Prefecture.CHIBA, OPTICS);
        IntStream.range(0, 60).forEach(i -> workload.assigned("tokyo-1", "L-2026-1000" + i));

        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("chiba-1");

        advisers.findById("chiba-1").orElseThrow().active(false);
        advisers.flush();
        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("tokyo-1");
    }

    @Test
    void whoIsAbsentExcludedOrGoneIsPassedOver() {
        engage("tokyo-absent", Prefecture.TOKYO, OPTICS);
        away("tokyo-absent");
        engage("tokyo-gone", Prefecture.TOKYO, OPTICS).active(false);
        engage("tokyo-excluded", Prefecture.TOKYO, OPTICS);
        engage("okinawa", Prefecture.OKINAWA, FOOD_CHEMISTRY);
        advisers.flush();
        var request =
                new Routing.Request(Side.LICENSEE, Prefecture.TOKYO, Set.of(OPTICS), "ja", Set.of("tokyo-excluded"));

        assertThat(routing.adviserFor(request)).isEqualTo("okinawa");

        EngineTime.pass(Duration.ofDays(4));
        assertThat(routing.adviserFor(request)).isEqualTo("tokyo-absent");
    }

    @Test
    void theOnlyOneLeftIsChosenHoweverUnfit() {
        engage("tokyo-absent", Prefecture.TOKYO);
        away("tokyo-absent");
        advisers.flush();

        assertThat(routing.adviserFor(new Routing.Request(
                        Side.LICENSOR, Prefecture.OKINAWA, Set.of(OPTICS), "fr", Set.of("tokyo-absent"))))
                .isEqualTo("tokyo-absent");
    }

    @Test
    void withoutAnyAdviserItIsRefusedInWords() {
        advisers.flush();

        assertThatThrownBy(() -> adviserFor(Prefecture.TOKYO, OPTICS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessage("There is no active adviser for the licensee's side: engage one, then try again.");
    }

    @Test
    void workIsComparedByTheWeightOfItsStages() {
        engage("tokyo-1", Prefecture.TOKYO, OPTICS);
        engage("tokyo-2", Prefecture.TOKYO, OPTICS);
        workload.assigned("tokyo-1", "L-2026-000001");
        workload.assigned("tokyo-2", "L-2026-000002");
        workload.assigned("tokyo-2", "L-2026-000003");
        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("tokyo-1");

        workload.reached("L-2026-000001", "TERMS");

        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("tokyo-2");
    }

    @Test
    void whoIsTiedToAPartyIsNeverChosen() {
        engage("tokyo-tied", Prefecture.TOKYO, OPTICS);
        engage("okinawa", Prefecture.OKINAWA);
        UUID company = organisations
                .saveAndFlush(new Organisation(
                        "test",
                        UUID.randomUUID().toString(),
                        new Organisation.Profile(
                                "Hikari", null, OrganisationType.SME, Prefecture.TOKYO, null, null, null, null)))
                .id();
        Routing.Request request = request(Prefecture.TOKYO, OPTICS).among(Routing.CaseKind.NEED, Set.of(company));
        LocalDate today = LocalDate.now(clock);
        Tie tie = user.acting(
                "tokyo-tied",
                Set.of(),
                () -> ties.declare(
                        "tokyo-tied",
                        new Ties.Declaration(company, Tie.Kind.OWNERSHIP, today.minusYears(1), null, "Shares")));

        assertThat(routing.adviserFor(request)).isEqualTo("okinawa");
        assertThatThrownBy(() -> ties.check("tokyo-tied", Set.of(company)))
                .hasMessage("tokyo-tied has declared a tie to Hikari: name another adviser.");

        advisers.findById("okinawa").orElseThrow().active(false);
        advisers.flush();
        assertThat(routing.find(request)).isEmpty();

        user.acting("tokyo-tied", Set.of(), () -> ties.end("tokyo-tied", tie.id(), today.minusDays(1)));
        assertThat(routing.adviserFor(request)).isEqualTo("tokyo-tied");
    }

    @Test
    void whatTiesAnAdviserIsForThatAdviserAndManagersOnly() {
        engage("tokyo-tied", Prefecture.TOKYO, OPTICS);
        advisers.flush();

        assertThatThrownBy(() -> user.acting("okinawa", Set.of(Roles.ADVISERS), () -> ties.of("tokyo-tied")))
                .isInstanceOf(Refusal.class)
                .hasMessage("What ties an adviser is open to that adviser and to managers only.");
        assertThat(user.acting("the-manager", Set.of(Roles.MANAGERS), () -> ties.of("tokyo-tied")))
                .isEmpty();
    }

    @Test
    void whoseEngagementIsOverIsNotChosen() {
        Adviser over = engage("tokyo-over", Prefecture.TOKYO, OPTICS);
        over.engaged(new Adviser.Engagement(
                Adviser.Kind.PATENT_LICENSING,
                null,
                LocalDate.now(clock).minusYears(3),
                LocalDate.now(clock).minusDays(1)));
        engage("okinawa", Prefecture.OKINAWA);
        advisers.flush();

        assertThat(adviserFor(Prefecture.TOKYO, OPTICS)).isEqualTo("okinawa");
    }

    @Test
    void workIsGivenToAdvisersOnly() {
        assertThatThrownBy(() -> workload.assigned("the-registrar", "L-2026-000001"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not an adviser");
    }

    private void away(String adviser) {
        LocalDate today = LocalDate.now(clock);
        user.acting(
                adviser,
                Set.of(),
                () -> absences.enter(adviser, new Absences.Wish(today, today.plusDays(3), null, false)));
    }

    private String adviserFor(@Nullable Prefecture prefecture, TechnologyField field) {
        return routing.adviserFor(request(prefecture, field));
    }

    private static Routing.Request request(@Nullable Prefecture prefecture, TechnologyField field) {
        return new Routing.Request(Side.LICENSEE, prefecture, Set.of(field), "ja", Set.of());
    }

    private Adviser engage(String user, Prefecture prefecture, TechnologyField... fields) {
        return engageSpeaking(user, prefecture, Set.of("ja"), fields);
    }

    private Adviser engageSpeaking(
            String user, Prefecture prefecture, Set<String> languages, TechnologyField... fields) {
        return advisers.saveAndFlush(new Adviser(
                user,
                new Adviser.Profile(user, null, user + "@example.jp", prefecture, "Host", Set.of(fields), languages)));
    }
}
