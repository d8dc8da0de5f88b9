package org.kakehashi.platform.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A start over the engine's REST that lacks what its model needs. */
@HttpTest
class RequiredVariablesStoryTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    RuntimeService processes;

    @BeforeEach
    void thoseWhoStart() {
        staff.engage("required-administrator", Roles.ADMINISTRATORS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "technology-transfer",
                "seed-registration",
                "need-hearing",
                "matching",
                "licensing-case",
                "introduction",
                "confidentiality",
                "evaluation",
                "term-negotiation",
                "legal-clearance",
                "approval",
                "contract-signing"
            })
    void isRefusedWithTheVariablesNameAndLeavesNothingBehind(String process) {
        ResponseEntity<String> answer = start(process);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getBody()).containsPattern("(Number|origin|Adviser)");
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("lacking-" + process)
                        .count())
                .isZero();
    }

    private ResponseEntity<String> start(String process) {
        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth("required-administrator", Staff.PASSWORD)
                .postForEntity(
                        "/engine-rest/process-definition/key/" + process + "/start",
                        new HttpEntity<>("{\"businessKey\":\"lacking-" + process + "\"}", json),
                        String.class);
    }
}
