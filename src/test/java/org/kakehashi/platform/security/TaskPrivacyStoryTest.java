package org.kakehashi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.registry.SeedFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@HttpTest
class TaskPrivacyStoryTest {

    private static final String TITLE = "Solid electrolyte sheet";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    SeedFixture seeds;

    @Autowired
    RuntimeService processes;

    @Autowired
    Desk desk;

    @Autowired
    TaskService tasks;

    @Autowired
    Journal journal;

    private String seed;
    private String task;

    @BeforeEach
    void aTaskOfOneAdviser() {
        staff.engage("privacy-adviser", Roles.ADVISERS);
        staff.engage("privacy-other", Roles.ADVISERS);
        staff.engage("privacy-manager", Roles.MANAGERS);
        seed = seeds.registered();
        processes.startProcessInstanceByKey(
                "seed-registration", seed, Map.of("seedNumber", seed, "recordAdviser", "privacy-adviser"));
        desk.complete(seed, "Task_CheckRegistration", Map.of("result", "COMPLETE"));
        task = desk.task(seed, "Task_EvaluateSeed").getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy-adviser", "privacy-manager"})
    void thePersonWhoHasTheTaskAndManagersReadItsFacts(String user) {
        assertThat(read(user, "/engine-rest/task/" + task + "/form-variables")).contains(TITLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task/{task}/form-variables",
                "/engine-rest/%74ask/{task}/form-variables",
                "/engine-rest/task/{task}/variables/facts",
                "/engine-rest/task/{task}/localVariables",
                "/engine-rest/engine/default/task/{task}/form-variables",
                "/engine-rest/task?maxResults=2000",
                "/engine-rest/task/{task}",
                "/engine-rest/task/{task}/form",
                "/engine-rest/task/{task}/comment",
                "/engine-rest/task/{task}/identity-links",
                "/engine-rest/variable-instance?variableName=facts",
                "/engine-rest/engine/default/variable-instance?variableName=facts"
            })
    void anotherAdviserDoesNot(String address) {
        assertThat(read("privacy-other", address.replace("{task}", task))).doesNotContain(TITLE, seed);
    }

    @ParameterizedTest
    @CsvSource({"privacy-adviser, 1", "privacy-manager, 1", "privacy-other, 0", "privacy-legal, 0"})
    void aQueryFindsTheTasksOfWhoAsksOnlyHoweverItIsAsked(String user, int count) {
        staff.engage("privacy-legal", Roles.LEGAL);
        String query = "{\"processInstanceBusinessKey\":\"" + seed
                + "\",\"orQueries\":[{\"nameLike\":\"%\",\"assigneeLike\":\"%\"}]}";
        assertThat(post(user, "/engine-rest/task/count", query)).isEqualTo("{\"count\":" + count + "}");
        assertThat(post(user, "/engine-rest/task?maxResults=9", query))
                .satisfies(found -> assertThat(found.contains(task)).isEqualTo(count == 1));
    }

    @Test
    void whatNobodyHasIsForTheGroupThatMayClaimIt() {
        tasks.setAssignee(task, null);
        tasks.addCandidateGroup(task, Roles.LEGAL);
        staff.engage("privacy-legal", Roles.LEGAL);
        staff.engage("privacy-registrar", Roles.REGISTRARS);
        assertThat(read("privacy-legal", "/engine-rest/task/" + task + "/form-variables"))
                .contains(TITLE);
        assertThat(read("privacy-registrar", "/engine-rest/task/" + task + "/form-variables"))
                .doesNotContain(TITLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/variable-instance?variableName=facts",
                "/camunda/api/engine/engine/default/variable-instance",
                "/camunda/api/engine/engine/default/task/{task}/form-variables"
            })
    void norDoesASupervisorInCockpit(String address) {
        staff.engage("privacy-supervisor", Roles.SUPERVISORS);
        assertThat(new Visitor(port)
                        .signIn("privacy-supervisor")
                        .fetch(address.replace("{task}", task))
                        .body())
                .doesNotContain(TITLE);
    }

    @Test
    void anotherAdviserDoesNotReleaseTheTask() {
        assertThat(http.withBasicAuth("privacy-other", Staff.PASSWORD)
                        .postForEntity("/engine-rest/task/" + task + "/unclaim", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(http.withBasicAuth("privacy-adviser", Staff.PASSWORD)
                        .postForEntity("/engine-rest/task/" + task + "/unclaim", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/assignee,{\"userId\":\"privacy-other\"}",
        "POST,/delegate,{\"userId\":\"privacy-other\"}",
        "POST,/identity-links,{\"groupId\":\"adviser\"}",
        "PUT,'',{\"assignee\":\"privacy-other\"}"
    })
    void onlyAManagerHandsATaskToSomebodyElse(String method, String address, String body) {
        assertThat(send("privacy-adviser", method, address, body)).isEqualTo(403);
        assertThat(send("privacy-manager", method, address, body)).isEqualTo(204);
    }

    @Test
    void aManagerHandsATaskOnlyToSomebodyOfItsGroupAndTheTimelineSaysSo() {
        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        var refused = http.withBasicAuth("privacy-manager", Staff.PASSWORD)
                .postForEntity(
                        "/engine-rest/task/" + task + "/assignee",
                        new HttpEntity<>("{\"userId\":\"nobody-known\"}", json),
                        String.class);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("nobody-known cannot take this task. Choose one of: ");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("privacy-adviser");
        assertThat(send("privacy-manager", "POST", "/assignee", "{\"userId\":\"privacy-other\"}"))
                .isEqualTo(204);
        assertThat(journal.of(seed))
                .last()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo("Task handed over"))
                .satisfies(entry -> assertThat(entry.text()).startsWith("“Evaluate seed” is for "))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("privacy-manager"));
    }

    private String post(String user, String address, String body) {
        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        return String.valueOf(http.withBasicAuth(user, Staff.PASSWORD)
                .postForEntity(address, new HttpEntity<>(body, json), String.class)
                .getBody());
    }

    private int send(String user, String method, String address, String body) {
        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(user, Staff.PASSWORD)
                .exchange(
                        "/engine-rest/task/" + task + address,
                        HttpMethod.valueOf(method),
                        new HttpEntity<>(body, json),
                        String.class)
                .getStatusCode()
                .value();
    }

    @Test
    void norInTasklist() {
        assertThat(new Visitor(port)
                        .signIn("privacy-other")
                        .fetch("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                        .statusCode())
                .isEqualTo(403);
    }

    private String read(String user, String address) {
        return String.valueOf(http.withBasicAuth(user, Staff.PASSWORD)
                .getForEntity(java.net.URI.create("http://localhost:" + port + address), String.class)
                .getBody());
    }
}
