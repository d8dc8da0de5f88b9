package org.kakehashi.negotiation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.CaseTeam;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class CasePagesStoryTest {

    private static final String ON_THE_TIMELINE = "The lamp fits the need";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    RuntimeService processes;

    @Autowired
    Advisers advisers;

    @Autowired
    Absences absences;

    @Autowired
    CaseTeam team;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    @BeforeEach
    void people() {
        staff.engage("case-licensor-adviser", Roles.ADVISERS);
        staff.engage("case-licensee-adviser", Roles.ADVISERS);
        staff.engage("case-other-adviser", Roles.ADVISERS);
        staff.engage("case-registrar", Roles.REGISTRARS);
        staff.engage("case-legal", Roles.LEGAL);
        staff.engage("case-manager", Roles.MANAGERS);
        staff.engage("case-supervisor", Roles.SUPERVISORS);
        staff.engage("case-integrator", Roles.INTEGRATORS);
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInPage() {
        HttpResponse<String> answer = new Visitor(port).open("/cases/" + lampCase());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case-licensor-adviser", "case-licensee-adviser", "case-registrar", "case-legal", "case-manager"
            })
    void thoseWhoWorkOnACaseReadAllOfIt(String user) {
        HttpResponse<String> page = as(user).open("/cases/" + lampCase());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Hikari Kogaku K.K.", "瀬戸内照明株式会社", "Nagano", ON_THE_TIMELINE, "Terms by round");
    }

    @Test
    void aSupervisorSeesTheCourseButNeitherTermsNorWhatWasWritten() {
        HttpResponse<String> page = as("case-supervisor").open("/cases/" + lampCase());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Open tasks", "Timeline", "Case opened")
                .doesNotContain(ON_THE_TIMELINE, "Terms by round");
    }

    @Test
    void theTermsMarkWhatARoundChanged() {
        assertThat(as("case-legal").open("/cases/" + lampCase()).body())
                .containsSubsequence("Round 1", "Round 2", "3.5", "<mark>2", "We cannot carry more.")
                .doesNotContain("<mark>Japan");
    }

    @Test
    void anotherAdviserSeesTheOutlineOnly() {
        HttpResponse<String> page = as("case-other-adviser").open("/cases/" + lampCase());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Hikari Kogaku K.K.", "Matched", "open to the advisers of this case")
                .doesNotContain(ON_THE_TIMELINE, "Open tasks", "Terms by round");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/cases/L-2026-000001", "/desk/tasks/any/case-file"})
    void integratorsHaveTheirOwnDoor(String address) {
        HttpResponse<String> page = as("case-integrator").open(address);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This is not open to you");
    }

    @Test
    void anUnknownNumberIsExplained() {
        HttpResponse<String> page = as("case-manager").open("/cases/L-1999-000001");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no case L-1999-000001.");
        assertThat(as("case-manager").open("/cases/lamp").body())
                .contains("&quot;lamp&quot; is not a number such as L-2026-000012.");
    }

    @Test
    void theFileSaysWhoseMoveItIsAndSinceWhen() {
        String number = lampCase();
        cases.waitsFor(number, Stage.TERMS, Move.LICENSEE);
        assertThat(as("case-manager").open("/cases/" + number).body())
                .containsSubsequence("licensee&#39;s side", "has the move", "since today");
    }

    @Test
    void theFileOfAnEndedCaseSaysHowAndWhyItEnded() {
        String number = lampCase();
        cases.end(number, OutcomeCode.DECLINED_FIT, "Too bright at close range.");
        assertThat(as("case-manager").open("/cases/" + number).body())
                .contains(OutcomeCode.DECLINED_FIT.english(), "Too bright at close range.");
        assertThat(as("case-other-adviser").open("/cases/" + number).body())
                .doesNotContain("Too bright at close range.");
    }

    @Test
    void inTasklistsDrawerTheFileHasNoBar() {
        String page =
                as("case-manager").open("/cases/" + lampCase() + "?embedded").body();
        assertThat(page).contains("<base target=\"_blank\">").doesNotContain("Sign out");
    }

    @Test
    void theFileShowsWhereTheCaseStandsOnItsDiagram() {
        String number = lampCase();
        processes.startProcessInstanceByKey("licensing-case", number, Map.of("caseNumber", number));
        Visitor adviser = as("case-licensee-adviser");
        assertThat(adviser.open("/cases/" + number).body()).contains("Where it stands", "licensing-case");
        HttpResponse<String> model = adviser.fetch("/desk/diagrams/" + number + "/licensing-case");
        assertThat(model.statusCode()).isEqualTo(200);
        assertThat(model.body()).contains("<bpmn:definitions");
        assertThat(adviser.fetch("/desk/diagrams/" + number + "/approval").statusCode())
                .isEqualTo(404);
        assertThat(as("case-integrator")
                        .fetch("/desk/diagrams/" + number + "/licensing-case")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListShowsTheLongestWaitFirstAndNarrowsByWhatIsAsked() {
        staff.engage("case-list-adviser", Roles.ADVISERS);
        String older = fixture.lampCase("case-list-adviser", "case-licensee-adviser");
        String newer = fixture.lampCase("case-list-adviser", "case-licensee-adviser");
        cases.waitsFor(newer, Stage.CLEARANCE, Move.LEGAL);
        Visitor manager = as("case-manager");
        assertThat(as("case-list-adviser").open("/cases?text=Hikari&mine=true").body())
                .containsSubsequence(older, newer);
        assertThat(manager.open("/cases?stage=CLEARANCE&moveOf=LEGAL&text=" + newer)
                        .body())
                .contains(newer, "1 case");
        assertThat(manager.open("/cases?stage=SIGNING&text=" + newer).body())
                .contains("0 cases", "Show all open cases");
        assertThat(manager.open("/cases?mine=true").body()).contains("My cases", "0 cases");
        assertThat(manager.open("/cases?stage=NONSENSE").statusCode()).isEqualTo(400);
    }

    @Test
    void myCasesHoldThoseIWasAskedIntoAndThoseOfAColleagueIStandInForAndSaySo() {
        for (String name : List.of("case-away", "case-deputy")) {
            staff.engage(name, Roles.ADVISERS);
            advisers.saveAndFlush(new Adviser(
                    name,
                    new Adviser.Profile(
                            name, null, name + "@example.jp", Prefecture.TOKYO, "Tokyo", Set.of(), Set.of("ja"))));
        }
        String away = fixture.lampCase("case-away", "case-licensee-adviser");
        String asked = lampCase();
        String foreign = lampCase();
        user.acting("case-manager", Set.of(Roles.MANAGERS), () -> {
            team.invite(asked, "case-deputy");
            LocalDate today = LocalDate.now(clock);
            return absences.enter("case-away", new Absences.Wish(today, today, "case-deputy", false));
        });
        String mine = as("case-deputy").open("/cases?mine=true").body();
        assertThat(mine).contains(away, "you stand in for case-away Person", asked, "you were asked in");
        assertThat(mine).doesNotContain(foreign);
        assertThat(as("case-away").open("/cases?mine=true").body())
                .contains(away)
                .doesNotContain("you stand in", asked);
    }

    @Test
    void theListTakesPercentSignsLiterally() {
        lampCase();
        assertThat(as("case-manager").open("/cases?text=%25").body()).contains("0 cases");
    }

    @Test
    void endedCasesAreListedApart() {
        String number = lampCase();
        cases.end(number, OutcomeCode.WITHDRAWN, "The company was sold.");
        assertThat(as("case-manager").open("/cases?ended=true&text=" + number).body())
                .contains(number, "Withdrawn");
        assertThat(as("case-manager").open("/cases?text=" + number).body()).contains("0 cases");
    }

    private String lampCase() {
        return fixture.lampCase("case-licensor-adviser", "case-licensee-adviser");
    }

    private Visitor as(String user) {
        return new Visitor(port).signIn(user);
    }
}
