package org.kakehashi.platform.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** A start over the engine's REST that is sent twice. */
@HttpTest
class StartOnceStoryTest {

    private static final String TRANSFER = "technology-transfer";
    private static final String CASE = "licensing-case";

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    @Autowired
    SeedFixture seeds;

    @Autowired
    NeedFixture needs;

    @Autowired
    NeedHearing hearing;

    @Autowired
    CaseFixture cases;

    @Autowired
    Desk desk;

    @Autowired
    RuntimeService processes;

    private final String key = "portal-" + UUID.randomUUID();

    @BeforeEach
    void thoseWhoStart() {
        staff.engage(SeedFixture.PROGRAM, Roles.INTEGRATORS);
        staff.engage("start-administrator", Roles.ADMINISTRATORS);
        staff.engage("start-adviser", Roles.ADVISERS);
        if (!advisers.existsById("start-adviser")) {
            advisers.save(new Adviser(
                    "start-adviser",
                    new Adviser.Profile(
                            "Adviser of Okinawa",
                            null,
                            "okinawa@example.jp",
                            Prefecture.of("JP-47"),
                            "Prefecture of Okinawa",
                            Set.of(),
                            Set.of("ja", "en"))));
        }
    }

    @Test
    void theSameStartUnderAKeyOfItsOwnAnswersWithTheFirstInstance() {
        String seed = seeds.registered();
        JsonNode first = started(transfer(key, seed));

        assertThat(started(transfer(key, seed))).isEqualTo(first);
        assertThat(running(TRANSFER, seed)).isOne();
    }

    @Test
    void anIdempotencyKeyStandsInForTheBusinessKey() {
        String seed = seeds.registered();
        JsonNode first = started(transfer(null, seed));

        assertThat(started(transfer(null, seed))).isEqualTo(first);
        assertThat(started(transfer(key, seed))).isEqualTo(first);
        assertThat(running(TRANSFER, seed)).isOne();
    }

    @Test
    void theSameStartAtOnceMakesOneTransfer() throws Exception {
        String seed = seeds.registered();

        assertThat(atOnce(TRANSFER, transfer(key, seed))).hasSize(4).containsOnly(HttpStatus.OK);
        assertThat(running(TRANSFER, seed)).isOne();
    }

    @Test
    void whatHasEndedIsNotStartedAgain() {
        String need = needs.received();
        Map<String, Object> wish =
                wish(key, Map.of("origin", Map.of("value", "NEED"), "needNumber", Map.of("value", need)));
        JsonNode first = started(wish);
        await().until(() -> desk.open(need).contains("Task_AcknowledgeNeed"));
        hearing.close(need, "Bought elsewhere.");
        await().until(() -> running(TRANSFER, need) == 0);

        assertThat(started(wish)).isEqualTo(first);
        assertThat(running(TRANSFER, need)).isZero();
    }

    @Test
    void aStartThatWasRefusedLeavesItsKeyFree() {
        ResponseEntity<JsonNode> refused = start(TRANSFER, SeedFixture.PROGRAM, transfer(key, "S-1999-000001"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(message(refused)).contains("there is no seed S-1999-000001");

        String seed = seeds.registered();
        started(transfer(key, seed));
        assertThat(running(TRANSFER, seed)).isOne();
    }

    @Test
    void anotherStartUnderTheSameKeyIsRefused() {
        started(transfer(key, seeds.registered()));
        String other = seeds.registered();

        ResponseEntity<JsonNode> refused = start(TRANSFER, SeedFixture.PROGRAM, transfer(key, other));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(message(refused)).contains(key).contains("was used for another request");
        assertThat(running(TRANSFER, other)).isZero();
    }

    @Test
    void aCaseIsStartedOnceHoweverManyAskAtOnce() throws Exception {
        LicensingCase opened = cases.open();
        var wish = wish(
                opened.number(),
                Map.of(
                        "caseNumber", Map.of("value", opened.number()),
                        "seedNumber", Map.of("value", opened.seedNumber()),
                        "needNumber", Map.of("value", opened.needNumber())));

        assertThat(atOnce(CASE, wish)).hasSize(4).containsOnly(HttpStatus.OK);
        assertThat(running(CASE, opened.number())).isOne();
    }

    private static Map<String, Object> transfer(@Nullable String businessKey, String seed) {
        return wish(businessKey, Map.of("origin", Map.of("value", "SEED"), "seedNumber", Map.of("value", seed)));
    }

    private static Map<String, Object> wish(@Nullable String businessKey, Map<String, ?> variables) {
        return businessKey == null
                ? Map.of("variables", variables)
                : Map.of("businessKey", businessKey, "variables", variables);
    }

    private JsonNode started(Map<String, Object> wish) {
        ResponseEntity<JsonNode> answer = start(TRANSFER, SeedFixture.PROGRAM, wish);
        assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }

    private List<HttpStatusCode> atOnce(String process, Map<String, Object> wish) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        Callable<HttpStatusCode> caller =
                () -> start(process, "start-administrator", wish).getStatusCode();
        try {
            List<HttpStatusCode> answers = new ArrayList<>();
            for (Future<HttpStatusCode> answer : callers.invokeAll(Collections.nCopies(4, caller))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }

    private ResponseEntity<JsonNode> start(String process, String user, Map<String, Object> wish) {
        var headers = new HttpHeaders();
        headers.set("Idempotency-Key", key);
        return http.withBasicAuth(user, Staff.PASSWORD)
                .postForEntity(
                        "/engine-rest/process-definition/key/" + process + "/start",
                        new HttpEntity<>(wish, headers),
                        JsonNode.class);
    }

    private static String message(ResponseEntity<JsonNode> answer) {
        return String.valueOf(answer.getBody());
    }

    private long running(String process, String businessKey) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .count();
    }
}
