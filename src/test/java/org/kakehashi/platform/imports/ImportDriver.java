package org.kakehashi.platform.imports;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kakehashi.platform.security.Roles;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An integrator who imports over REST. */
class ImportDriver {

    static final String ADDRESS = "/api/v1/imports";
    static final MediaType JSON_LINES = MediaType.valueOf("application/x-ndjson");
    static final MediaType CSV = MediaType.valueOf("text/csv");

    private final MockMvc http;
    private final ObjectMapper json = new ObjectMapper();

    ImportDriver(WebApplicationContext application) {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    /** What an import says when it has ended. */
    JsonNode ended(String kind, String source, MediaType type, byte[] body) throws Exception {
        return awaitEnd(location(begin(kind, source, type, body).andExpect(status().isAccepted())));
    }

    JsonNode awaitEnd(String location) throws Exception {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !List.of("PREVIEWING", "RUNNING")
                        .contains(read(location).path("state").asText()));
        return read(location);
    }

    /** What an import would do. */
    JsonNode previewed(String kind, String source, MediaType type, byte[] body) throws Exception {
        return awaitEnd(location(perform(post(ADDRESS)
                        .param("kind", kind)
                        .param("source", source)
                        .param("preview", "true")
                        .param("publish", "true")
                        .contentType(type)
                        .content(body))
                .andExpect(status().isAccepted())));
    }

    JsonNode resumed(JsonNode job) throws Exception {
        String location = ADDRESS + "/" + job.path("id").asText();
        perform(post(location + "/resume")).andExpect(status().isAccepted());
        return awaitEnd(location);
    }

    static String location(ResultActions accepted) {
        return String.valueOf(accepted.andReturn().getResponse().getHeader("Location"));
    }

    /** The file of what was turned down. */
    byte[] rejectsFile(JsonNode job) throws Exception {
        MvcResult begun = perform(get(ADDRESS + "/" + job.path("id").asText() + "/rejects/file"))
                .andExpect(request().asyncStarted())
                .andReturn();
        return http.perform(asyncDispatch(begun))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    JsonNode ended(String kind, String source, MediaType type, String body) throws Exception {
        return ended(kind, source, type, body.getBytes(StandardCharsets.UTF_8));
    }

    ResultActions begin(String kind, String source, MediaType type, byte[] body) throws Exception {
        return perform(post(ADDRESS)
                .param("kind", kind)
                .param("source", source)
                .param("publish", "true")
                .contentType(type)
                .content(body));
    }

    /** The lines that were turned down, each with its reason. */
    List<String> rejects(JsonNode job) throws Exception {
        List<String> rejects = new ArrayList<>();
        read(ADDRESS + "/" + job.path("id").asText() + "/rejects?size=200")
                .path("items")
                .forEach(reject -> rejects.add(reject.path("line").asInt() + ": "
                        + reject.path("reason").asText()));
        return rejects;
    }

    JsonNode read(String address) throws Exception {
        return json.readTree(perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(SecurityMockMvcRequestPostProcessors.user("integrator")
                .authorities(new SimpleGrantedAuthority(Roles.INTEGRATORS))));
    }

    /** Read, created, updated, unchanged and rejected rows in that order. */
    static List<Integer> counts(JsonNode job) {
        return List.of("rowsRead", "created", "updated", "unchanged", "rejected").stream()
                .map(name -> job.path(name).asInt())
                .toList();
    }
}
