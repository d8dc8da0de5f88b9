package org.kakehashi.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;

/** The programme's people and their tasks, over the engine's REST. */
final class RestDesk {

    static final String ADMINISTRATOR = "administrator";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final ObjectMapper json = new ObjectMapper();
    private final String address;

    RestDesk(String address) {
        this.address = address;
        json.configOverride(ArrayNode.class).setMergeable(false);
    }

    RestUser as(String person) {
        return new RestUser(address, person);
    }

    void engage(String person, String group) {
        as(ADMINISTRATOR)
                .post(
                        "/engine-rest/user/create",
                        Map.of(
                                "profile", Map.of("id", person, "firstName", person, "lastName", "Person"),
                                "credentials", Map.of("password", Staff.PASSWORD)));
        as(ADMINISTRATOR).put("/engine-rest/group/" + group + "/members/" + person, Map.of());
    }

    /** Whose open task this is. */
    String assignee(String number, String element) {
        return await(element + " of " + number)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(A_MOMENT)
                .until(
                        () -> tasks(number, element).findFirst().map(task -> task.path("assignee")
                                .asText()),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What the form of the person's task shows. */
    JsonNode facts(String person, String number, String element) {
        return read(person, task(person, number, element), "facts");
    }

    /** Does the person's task as soon as it is there, claiming it from the group where need be. */
    void complete(String person, String number, String element, Map<String, ?> entries) {
        JsonNode task = task(person, number, element);
        String path = path(task);
        if (task.path("assignee").isNull()) {
            as(person).post(path + "/claim", Map.of("userId", person));
        }
        Map<String, ?> answer = Map.of("value", filled(read(person, task, "answer"), entries), "type", "Json");
        as(person).post(path + "/complete", Map.of("variables", Map.of("answer", answer)));
    }

    /** The open task that is the person's, or still anybody's. */
    private JsonNode task(String person, String number, String element) {
        return await(element + " of " + number + " for " + person)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(A_MOMENT)
                .until(
                        () -> tasks(number, element)
                                .filter(task -> task.path("assignee").isNull()
                                        || task.path("assignee").asText().equals(person))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<JsonNode> tasks(String number, String element) {
        JsonNode found = as(ADMINISTRATOR)
                .get("/engine-rest/task?maxResults=20&processInstanceBusinessKey=" + number + "&taskDefinitionKey="
                        + element);
        return StreamSupport.stream(found.spliterator(), false);
    }

    private JsonNode read(String person, JsonNode task, String variable) {
        JsonNode found = as(person).get(path(task) + "/localVariables/" + variable + "?deserializeValue=false");
        try {
            return json.readTree(found.path("value").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(JsonNode task) {
        return "/engine-rest/task/" + task.path("id").asText();
    }

    private String filled(JsonNode draft, Map<String, ?> entries) {
        try {
            return json.readerForUpdating(draft)
                    .readValue(json.writeValueAsString(entries))
                    .toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
