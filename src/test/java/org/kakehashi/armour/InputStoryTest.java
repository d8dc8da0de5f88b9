package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.RawHttp;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody sends more than is asked for, or asks for files that are none of the product's. */
@HttpTest
class InputStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Staff staff;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @BeforeEach
    void somebodyWithEveryRole() {
        staff.engage(
                "input-everything",
                Roles.ADVISERS,
                Roles.REGISTRARS,
                Roles.LEGAL,
                Roles.MANAGERS,
                Roles.SUPERVISORS,
                Roles.INTEGRATORS,
                Roles.ADMINISTRATORS);
    }

    @Test
    void noRequestTakesAPropertyThatItDoesNotKnow() {
        List<String> tried = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (takesJson(handler)) {
                String address = address(mapping, handler);
                HttpMethod method = HttpMethod.valueOf(mapping.getMethodsCondition()
                        .getMethods()
                        .iterator()
                        .next()
                        .name());
                ResponseEntity<JsonNode> answer = send(method, address, smuggling(handler));
                tried.add(method + " " + address);
                assertThat(answer.getStatusCode().value())
                        .as(method + " " + address)
                        .isEqualTo(400);
                assertThat(answer.getBody().path("detail").asText())
                        .as(method + " " + address)
                        .contains("smuggled: is not a property that is known here");
            }
        });
        assertThat(tried).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yaml",
                "/assets/%2e%2e/application.yaml",
                "/assets/..%2fapplication.yaml",
                "/assets/..%252fapplication.yaml",
                "/assets/..;/application.yaml",
                "/assets/....//application.yaml",
                "/assets/..\\application.yaml",
                "/assets/..%5capplication.yaml",
                "/camunda/lib/../../../../../../etc/passwd",
                "/camunda/app/tasklist/..%2f..%2fapplication.yaml",
                "/webjars/..%2f..%2fapplication.yaml"
            })
    void noAddressLeadsOutOfTheFolderOfPublicFiles(String address) throws Exception {
        String answer = RawHttp.get(port, address);
        assertThat(answer).doesNotContain("spring:", "root:", "application.name");
        assertThat(answer.lines().findFirst().orElse("")).containsPattern(" (302|400|401|403|404) ");
    }

    private static boolean takesJson(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.kakehashi")
                && body(handler).isPresent();
    }

    private static Optional<Class<?>> body(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(Parameter::getType)
                .filter(Class::isRecord)
                .findFirst();
    }

    /** A body with what must not be absent, and with something else. */
    private static String smuggling(HandlerMethod handler) {
        return Arrays.stream(body(handler).orElseThrow().getRecordComponents())
                .filter(component -> component.getType().isPrimitive())
                .map(component -> "\"%s\":%s,"
                        .formatted(component.getName(), component.getType() == boolean.class ? "false" : "1"))
                .collect(Collectors.joining("", "{", "\"smuggled\":true}"));
    }

    private static String address(RequestMappingInfo mapping, HandlerMethod handler) {
        String address = mapping.getPatternValues().iterator().next();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                address = address.replaceAll("\\{" + parameter.getName() + "[^}]*}", example(parameter.getType()));
            }
        }
        return address;
    }

    private static String example(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        return type == UUID.class ? UUID.randomUUID().toString() : type == String.class ? "L-2026-000001" : "1";
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String address, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth("input-everything", Staff.PASSWORD)
                .exchange(address, method, new HttpEntity<>(body, headers), JsonNode.class, Map.of());
    }
}
