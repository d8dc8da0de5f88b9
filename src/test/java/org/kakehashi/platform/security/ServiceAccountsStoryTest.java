package org.kakehashi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class ServiceAccountsStoryTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final String account = "portal-" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "/api/v1/service-accounts/" + account;

    @BeforeEach
    void people() {
        staff.engage("keys-administrator", Roles.ADMINISTRATORS);
        staff.engage("keys-manager", Roles.MANAGERS);
        ResponseEntity<JsonNode> made = open(account, "integrators");
        assertThat(made.getStatusCode().value()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/seeds", "/engine-rest/process-definition?maxResults=5"})
    void aProgramSignsInWithItsKey(String door) {
        assertThat(enter(door, issue().get("key").asText())).isEqualTo(200);
    }

    @Test
    void aProgramMayDoWhatItsRolesAllowAndNotMore() {
        String key = issue().get("key").asText();
        assertThat(enter("/api/v1/imports/" + UUID.randomUUID(), key)).isEqualTo(404);
        assertThat(enter("/api/v1/service-accounts", key)).isEqualTo(403);
    }

    @Test
    void aKeyIsRotatedWithoutAPause() {
        JsonNode first = issue();
        JsonNode second = issue();
        assertThat(enter("/api/v1/seeds", first.get("key").asText())).isEqualTo(200);
        assertThat(enter("/api/v1/seeds", second.get("key").asText())).isEqualTo(200);

        ResponseEntity<JsonNode> third =
                as("keys-administrator").postForEntity(address + "/keys", null, JsonNode.class);
        assertThat(third.getStatusCode().value()).isEqualTo(409);
        assertThat(third.getBody().get("detail").asText()).contains("two valid keys: revoke");

        as("keys-administrator").delete(address + "/keys/" + first.get("id").asText());
        assertThat(enter("/api/v1/seeds", first.get("key").asText())).isEqualTo(401);
        assertThat(enter("/api/v1/seeds", second.get("key").asText())).isEqualTo(200);
        assertThat(issue().get("key").asText()).startsWith("kakehashi_").hasSize(53);
    }

    @Test
    void aKeyIsKeptAsItsHashAloneAndItsLastUseIsShown() {
        String key = issue().get("key").asText();
        assertThat(as("keys-administrator").getForObject(address, String.class))
                .doesNotContain(key)
                .contains("\"lastUsedAt\":null");
        assertThat(jdbc.sql("SELECT count(*) FROM service_key WHERE key_hash LIKE '%' || ? || '%'")
                        .param(key.substring(10))
                        .query(Integer.class)
                        .single())
                .isZero();
        enter("/api/v1/seeds", key);
        assertThat(as("keys-administrator")
                        .getForObject(address, JsonNode.class)
                        .at("/keys/0/lastUsedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void aKeyExpiresAfterAYear() {
        JsonNode issued = issue();
        assertThat(Instant.parse(issued.get("expiresAt").asText()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(364)), Instant.now().plus(Duration.ofDays(366)));
        transactions.executeWithoutResult(run -> jdbc.sql(
                        "UPDATE service_key SET expires_at = expires_at - interval '366 days' WHERE account = ?")
                .param(account)
                .update());
        assertThat(enter("/api/v1/seeds", issued.get("key").asText())).isEqualTo(401);
    }

    @Test
    void aServiceAccountHasNoPassword() {
        User program = identities.createUserQuery().userId(account).singleResult();
        program.setPassword(Staff.PASSWORD);
        identities.saveUser(program);
        assertThat(as(account)
                        .getForEntity("/api/v1/seeds", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void aKeyOpensNoPage() {
        String key = issue().get("key").asText();
        assertThat(enter("/camunda/api/engine/engine/default/task/count", key)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kakehashi_", "", "kakehashi_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00"})
    void anInventedKeyIsRefused(String key) {
        assertThat(enter("/api/v1/seeds", key)).isEqualTo(401);
    }

    @Test
    void onlyAdministratorsHandleKeys() {
        assertThat(as("keys-manager")
                        .getForEntity("/api/v1/service-accounts", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(as("keys-manager")
                        .postForEntity(address + "/keys", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Portal, integrators, has 3 to 40 small letters",
        "ab, integrators, has 3 to 40 small letters",
        "portal-of-power, camunda-admin, needs at least one role",
        "keys-manager, integrators, choose another name"
    })
    void anUnfitAccountIsRefusedWithASentence(String id, String role, String sentence) {
        ResponseEntity<JsonNode> answer = open(id, role);
        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(answer.getBody().get("detail").asText()).contains(sentence);
    }

    private ResponseEntity<JsonNode> open(String id, String role) {
        return as("keys-administrator")
                .postForEntity(
                        "/api/v1/service-accounts",
                        Map.of("id", id, "purpose", "Brings needs of the portal", "roles", List.of(role)),
                        JsonNode.class);
    }

    private JsonNode issue() {
        ResponseEntity<JsonNode> issued =
                as("keys-administrator").postForEntity(address + "/keys", null, JsonNode.class);
        assertThat(issued.getStatusCode().value()).isEqualTo(201);
        return issued.getBody();
    }

    private int enter(String door, String key) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        return http.exchange(door, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getStatusCode()
                .value();
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, Staff.PASSWORD);
    }
}
