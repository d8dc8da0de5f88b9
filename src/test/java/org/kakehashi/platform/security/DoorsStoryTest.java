package org.kakehashi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.camunda.HarmlessExpressions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@HttpTest
class DoorsStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void people() {
        staff.engage("doors-adviser", Roles.ADVISERS);
        staff.engage("doors-integrator", Roles.INTEGRATORS);
        staff.engage("doors-administrator", Roles.ADMINISTRATORS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/process-definition",
                "/api/v1/seeds",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default"
            })
    void nobodyIsLetInWithoutSigningIn(String address) {
        assertThat(http.getForEntity(address, String.class).getStatusCode().value())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"})
    void pagesLeadToTheOneSignInPage(String address) {
        ResponseEntity<String> page = http.getForEntity(address, String.class);
        assertThat(page.getBody()).contains("Sign in – Kakehashi");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(http.withBasicAuth("doors-adviser", "wrong")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void theSetUpServiceThatMakesAdministratorsIsClosed() {
        ResponseEntity<String> answer = post(
                http,
                "/camunda/api/admin/setup/default/user/create",
                "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"Mallory-1234\"}}");
        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"doors-adviser", "doors-integrator", "doors-administrator"})
    void nobodyDeploysOverHttp(String user) {
        ResponseEntity<String> answer = post(as(user), "/engine-rest/deployment/create", "{}");
        assertThat(answer.getStatusCode().value()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}]}",
                "{\"orQueries\":[{\"candidateUserExpression\":\"${currentUser().getClass()}\"}]}"
            })
    void expressionsInATaskQueryAreRefused(String query) {
        ResponseEntity<String> answer = post(as("doors-adviser"), "/engine-rest/task", query);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("Expressions are not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "task/count", "filter/create", "filter/any/list", "history/task"})
    void norDoTheyComeThroughTheWebApplications(String address) {
        Visitor visitor = new Visitor(port).signIn("doors-adviser");
        visitor.open("/camunda/app/tasklist/default/");
        HttpResponse<String> answer = visitor.sendWithCamundasToken(
                "/camunda/api/engine/engine/default/" + address,
                "{\"query\":{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Expressions are not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "process-instance", "history/task"})
    void whoIsSignedInGetsAPageAndNotEverything(String address) {
        assertThat(as("doors-administrator")
                        .getForEntity("/engine-rest/" + address + "?maxResults=2001", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void aWeakPasswordOverRestIsTheCallersMistake() {
        ResponseEntity<String> answer = post(
                as("doors-administrator"),
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"weakling\",\"firstName\":\"W\",\"lastName\":\"K\"},\"credentials\":{\"password\":\"abc\"}}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("The password is too weak. A password has at least 10 characters");
    }

    @Test
    void theHarmlessExpressionsOfTasklistsFiltersPass() {
        assertThat(post(
                                as("doors-adviser"),
                                "/engine-rest/task/count",
                                "{\"dueBefore\":\"2030-01-01T00:00:00.000+0000\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(HarmlessExpressions.allow("${dateTime().plusWeeks(1)}")).isTrue();
        assertThat(HarmlessExpressions.allow("${dateTime().plusWeeks(1).getClass()}"))
                .isFalse();
    }

    @Test
    void aFormReturnsItsAnswerAndNothingElse() {
        ResponseEntity<String> answer = post(
                as("doors-adviser"),
                "/engine-rest/task/any/submit-form",
                "{\"variables\":{\"approved\":{\"value\":true}}}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("The form has no field 'approved'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmnError", "bpmnEscalation", "resolve", "variables/approved", "localVariables"})
    void waysToEndATaskPastItsFormAreClosed(String way) {
        assertThat(post(as("doors-adviser"), "/engine-rest/task/any/" + way, "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void anAdviserMayNotImport() {
        assertThat(post(as("doors-adviser"), "/api/v1/imports", "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void passwordsAreKeptWithAModernHash() {
        UserEntity user = (UserEntity)
                identities.createUserQuery().userId("doors-adviser").singleResult();
        assertThat(user.getPassword()).startsWith("{bcrypt}$2");
    }

    @Test
    void aWeakPasswordIsRefused() {
        assertThat(identities.checkPasswordAgainstPolicy("abc").isValid()).isFalse();
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, Staff.PASSWORD);
    }

    private static ResponseEntity<String> post(TestRestTemplate http, String address, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(address, HttpMethod.POST, new HttpEntity<>(body, headers), String.class, Map.of());
    }
}
