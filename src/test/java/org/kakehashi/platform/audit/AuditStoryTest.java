package org.kakehashi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.kakehashi.platform.audit.AuditTrail.Wish;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

@HttpTest
class AuditStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Desk desk;

    @Autowired
    CaseFixture cases;

    @Autowired
    SeedFixture seeds;

    @Autowired
    RuntimeService processes;

    @Autowired
    PartyLinks links;

    @Autowired
    Mailbox mailbox;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditChain chain;

    private String person;
    private String number;

    @BeforeEach
    void somebodyAndACase() {
        person = "seen-" + UUID.randomUUID().toString().substring(0, 8);
        staff.engage(CaseFixture.LICENSOR_ADVISER, Roles.ADVISERS);
        staff.engage("audit-supervisor", Roles.SUPERVISORS);
        number = cases.open().number();
    }

    @Test
    void aSessionIsNotedFromItsBeginningToItsEnd() {
        staff.engage(person, Roles.ADVISERS);
        new Visitor(port).signIn(person).submit("/", "/logout", "");
        new Visitor(port).submit("/login", "/login", "username=" + person + "&password=wrong");
        assertThat(of(person))
                .containsExactly(
                        "SIGNED_IN session", "SIGNED_OUT session", "SIGN_IN_FAILED session BadCredentialsException");
    }

    @Test
    void whatIsTypedAsANameWithoutBeingOneIsNotKept() {
        new Visitor(port).submit("/login", "/login", "username=" + person + "&password=wrong");
        new Visitor(port).fetchAs(person, "wrong", "/api/v1/cases");
        assertThat(of(person)).isEmpty();
        assertThat(of("unknown")).contains("SIGN_IN_FAILED session BadCredentialsException");
    }

    @Test
    void whoReadsACaseAndWhoIsRefusedItIsNotedWhateverTheDoor() {
        staff.engage(person, Roles.ADVISERS);
        Visitor adviser = new Visitor(port).signIn(CaseFixture.LICENSOR_ADVISER);
        adviser.open("/cases/" + number);
        new Visitor(port).asProgramOf(CaseFixture.LICENSOR_ADVISER).fetch("/api/v1/cases/" + number);
        new Visitor(port).signIn(person).open("/cases/" + number + "/meeting");
        staff.engage("audit-integrator", Roles.INTEGRATORS);
        new Visitor(port).asProgramOf("audit-integrator").fetch("/api/v1/cases/" + number);

        assertThat(about(number))
                .contains(
                        "adviser-ishikawa SAW /cases/" + number,
                        "adviser-ishikawa SAW /api/v1/cases/" + number,
                        person + " REFUSED /cases/" + number + "/meeting",
                        "audit-integrator REFUSED /api/v1/cases/" + number);
    }

    @Test
    void whoReadsATasksFormAndWhoIsRefusedItIsNotedUnderItsRecord() {
        staff.engage(person, Roles.ADVISERS);
        staff.engage("audit-evaluator", Roles.ADVISERS);
        String seed = seeds.registered();
        processes.startProcessInstanceByKey(
                "seed-registration", seed, Map.of("seedNumber", seed, "recordAdviser", "audit-evaluator"));
        desk.complete(seed, "Task_CheckRegistration", Map.of("result", "COMPLETE"));
        String task = desk.task(seed, "Task_EvaluateSeed").getId();
        String form = "/task/" + task + "/form-variables";

        new Visitor(port).signIn("audit-evaluator").fetch("/camunda/api/engine/engine/default" + form);
        new Visitor(port).asProgramOf(person).fetch("/engine-rest" + form);
        new Visitor(port)
                .asProgramOf("audit-evaluator")
                .send("POST", "/engine-rest/task/" + task + "/unclaim", "application/json", "");

        assertThat(about(seed))
                .contains(
                        "audit-evaluator SAW /camunda/api/engine/engine/default" + form,
                        person + " REFUSED /engine-rest" + form)
                .anyMatch(line -> line.startsWith("audit-evaluator OPERATED Assign Task assignee")
                        || line.startsWith("audit-evaluator OPERATED Claim Task assignee")
                        || line.startsWith("audit-evaluator OPERATED Unclaim Task"));
    }

    @Test
    void whoStandsBeforeAClosedDoorIsNoted() {
        staff.engage(person, Roles.ADVISERS);
        new Visitor(port).asProgramOf(person).send("POST", "/engine-rest/deployment/create", "text/plain", "x");
        assertThat(of(person)).containsExactly("REFUSED door POST /engine-rest/deployment/create");
    }

    @Test
    void aCompanyIsNotedByItsSideAndNeverByItsLink() {
        mailbox.contact(number, Side.LICENSEE, "Hanako Nomi", "ja");
        String address = links.issue(number, Side.LICENSEE).orElseThrow().address();
        String link = address.substring(address.indexOf("/party/"));
        new Visitor(port).open(link);
        assertThat(about(number))
                .contains("licensee by link SAW by link")
                .noneMatch(line -> line.contains("Nomi") || line.contains(link));
    }

    @Test
    void whoChangesAnOrganisationIsNoted() {
        staff.engage(person, Roles.INTEGRATORS);
        new Visitor(port)
                .asProgramOf(person)
                .send(
                        "POST",
                        "/api/v1/organisations",
                        "application/json",
                        "{\"name\":\"Nomi\",\"type\":\"SME\",\"prefecture\":\"JP-17\"}");
        assertThat(of(person)).containsExactly("CHANGED organisations POST /api/v1/organisations");
    }

    @Test
    void aNewUserAndItsGroupAreNotedUnderItsName() {
        staff.engage("audit-administrator", Roles.ADMINISTRATORS);
        new Visitor(port)
                .asProgramOf("audit-administrator")
                .send(
                        "POST",
                        "/engine-rest/user/create",
                        "application/json",
                        "{\"profile\":{\"id\":\"" + person + "\",\"firstName\":\"Hanako\",\"lastName\":\"Nomi\"},"
                                + "\"credentials\":{\"password\":\"" + Staff.PASSWORD + "\"}}");
        new Visitor(port)
                .asProgramOf("audit-administrator")
                .send("PUT", "/engine-rest/group/advisers/members/" + person, "application/json", "");
        assertThat(about(person))
                .contains(
                        "audit-administrator OPERATED Create User userId",
                        "audit-administrator OPERATED Create Group membership userId");
    }

    @Test
    void aSupervisorFindsWhoSawACaseTakesItAlongAndVerifiesTheChain() {
        Visitor supervisor = new Visitor(port).signIn("audit-supervisor");
        new Visitor(port).signIn(CaseFixture.LICENSOR_ADVISER).open("/cases/" + number);

        String page = supervisor
                .open("/audit?subject=" + number + "&actor=adviser-ishikawa&action=SAW")
                .body();
        assertThat(page).contains("1 entry", "/cases/" + number);
        assertThat(supervisor
                        .open("/audit?subject=" + number + "&until=2001-01-01")
                        .body())
                .contains("0 entries");

        HttpResponse<String> export = supervisor.open("/audit/export?subject=" + number);
        assertThat(export.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(export.body().lines()).first().isEqualTo("place,at,actor,action,subject,detail");
        assertThat(export.body()).contains("adviser-ishikawa,SAW," + number);
        assertThat(about(number)).contains("audit-supervisor EXPORTED csv");

        HttpResponse<String> lines = supervisor.open("/audit/export?format=JSONL&subject=" + number);
        assertThat(lines.body().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.body()).contains("\"actor\":\"adviser-ishikawa\"", "\"action\":\"SAW\"");

        await().until(() -> chain.verify().entries() > 0);
        assertThat(supervisor.submit("/audit", "/audit/verification", "").body())
                .contains("sealed entries are as they were written");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsGuarded() {
        trail.add(person, Action.SAW, "=cmd|' /C calc'!A0", "@SUM(1)");
        assertThat(new Visitor(port)
                        .signIn("audit-supervisor")
                        .open("/audit/export?actor=" + person)
                        .body())
                .contains("'=cmd", "'@SUM(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, 400",
        "action=EVERYTHING, 400",
        "page=-1, 200",
        "page=99999999, 200",
        "subject=%27%3B+DROP+TABLE+audit_entry, 200"
    })
    void aSearchThatMakesNoSenseIsAnsweredCalmly(String query, int status) {
        assertThat(new Visitor(port)
                        .signIn("audit-supervisor")
                        .open("/audit?" + query)
                        .statusCode())
                .isEqualTo(status);
    }

    /** The oldest first. */
    private List<String> of(String actor) {
        List<String> lines =
                new ArrayList<>(trail.find(new Wish(actor, null, null, null, null), PageRequest.of(0, 200)).stream()
                        .map(entry -> "%s %s %s"
                                .formatted(entry.action(), entry.subject(), entry.detail())
                                .strip())
                        .toList());
        Collections.reverse(lines);
        return lines;
    }

    private List<String> about(String subject) {
        return trail.find(new Wish(null, subject, null, null, null), PageRequest.of(0, 200)).stream()
                .map(entry -> "%s %s %s"
                        .formatted(entry.actor(), entry.action(), entry.detail())
                        .strip())
                .toList();
    }
}
