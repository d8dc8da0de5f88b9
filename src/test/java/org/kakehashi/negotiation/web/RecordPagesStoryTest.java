package org.kakehashi.negotiation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.matching.Matching;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class RecordPagesStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SeedFixture seeds;

    @Autowired
    NeedFixture needs;

    @Autowired
    CaseFixture cases;

    @Autowired
    LicensingCases licensingCases;

    @Autowired
    Matching matching;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void people() {
        staff.engage("record-adviser", Roles.ADVISERS);
        staff.engage("record-registrar", Roles.REGISTRARS);
        staff.engage("record-supervisor", Roles.SUPERVISORS);
        staff.engage("record-integrator", Roles.INTEGRATORS);
    }

    @Test
    void aSeedSaysWhatItOffersAndWhoRegisteredIt() {
        HttpResponse<String> page = as("record-adviser").open("/records/" + seeds.licensablePatent());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Solid electrolyte sheet", "Seed: Published", "No inert-gas line needed", "H01M 10/0562")
                .contains("Nomi Institute of Technology", "Non-exclusive", "TRL 4 of 9", "Seed registered");
    }

    @Test
    void aNeedSaysWhatIsLookedForAndByWhom() {
        assertThat(as("record-supervisor").open("/records/" + needs.open()).body())
                .contains("Safe power cell", "Need: Open", "100 mAh, 95 degrees", "JPY 12,000,000", "Minatogawa Pumps");
    }

    @Test
    void aRecordLeadsToItsCasesAndTheirFileBackToTheRecord() {
        String number = cases.lampCase("record-adviser", "record-adviser");
        String seed = licensingCases.of(number).seedNumber();
        Visitor adviser = as("record-adviser");
        assertThat(adviser.open("/records/" + seed).body()).contains("/cases/" + number);
        assertThat(adviser.open("/cases/" + number).body()).contains("/records/" + seed);
    }

    @Test
    void aMatchShowsItsReasons() {
        String seed = seeds.licensablePatent();
        String need = needs.open();
        matching.introduced(seed, need);
        assertThat(as("record-adviser").open("/records/" + seed).body())
                .contains("Accepted", "/records/" + need, "Safe power cell");
        assertThat(as("record-adviser").open("/records/" + need).body()).contains("/records/" + seed);
    }

    @Test
    void theTaskOfARecordLeadsToItsPage() {
        String seed = seeds.registered();
        processes.startProcessInstanceByKey(
                "seed-registration", seed, Map.of("seedNumber", seed, "recordAdviser", "record-adviser"));
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(seed)
                .singleResult()
                .getId();
        Visitor registrar = as("record-registrar");
        assertThat(registrar.fetch("/desk/tasks/" + task + "/case-file").body())
                .isEqualTo("{\"address\":\"/records/" + seed + "\"}");
        assertThat(registrar.open("/records/" + seed).body())
                .contains("/camunda/app/tasklist/default/#/?task=" + task, "to be claimed by: registrars")
                .contains("Where it stands", "Now at:");
        assertThat(registrar.fetch("/desk/tasks/unknown/case-file").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/records/S-1999-000001, There is no seed S-1999-000001.",
        "/records/N-1999-000001, There is no need N-1999-000001.",
        "/records/M-1999-000001, There is no page for M-1999-000001."
    })
    void anUnknownRecordIsExplained(String address, String sentence) {
        HttpResponse<String> page = as("record-adviser").open(address);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains(sentence);
    }

    @Test
    void recordsAreClosedToIntegratorsAndStrangers() {
        String address = "/records/" + seeds.licensablePatent();
        assertThat(as("record-integrator").open(address).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).open(address).statusCode()).isEqualTo(302);
    }

    private Visitor as(String user) {
        return new Visitor(port).signIn(user);
    }
}
