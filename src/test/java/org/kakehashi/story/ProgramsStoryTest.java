package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Two programs that bring in records, of which neither may see what is the other's. */
@ProcessTest
class ProgramsStoryTest {

    private static final String OWNER = SeedFixture.PROGRAM;
    private static final String STRANGER = "other-program";

    @Autowired
    WebApplicationContext application;

    @Autowired
    SeedFixture seeds;

    @Autowired
    NeedFixture needs;

    MockMvc http;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void aSeedIsItsProgramsUntilItIsPublished() throws Exception {
        String seed = seeds.registered();
        as(OWNER, get("/api/v1/seeds/" + seed)).andExpect(status().isOk());
        as(STRANGER, get("/api/v1/seeds/" + seed)).andExpect(status().isNotFound());
        assertThat(found(OWNER, "/api/v1/seeds?size=200", seed)).isTrue();
        assertThat(found(STRANGER, "/api/v1/seeds?size=200", seed)).isFalse();

        String published = seeds.licensablePatent();
        as(STRANGER, get("/api/v1/seeds/" + published)).andExpect(status().isOk());
        as(STRANGER, post("/api/v1/seeds/" + published + "/withdrawal"), "{\"reason\": \"Mine now.\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("entered by somebody else")));
    }

    @Test
    void aNeedIsItsProgramsOnly() throws Exception {
        String need = needs.open();
        as(OWNER, get("/api/v1/needs/" + need + "/candidates")).andExpect(status().isOk());
        assertThat(found(OWNER, "/api/v1/needs?size=200", need)).isTrue();
        assertThat(found(STRANGER, "/api/v1/needs?size=200", need)).isFalse();
        as(STRANGER, get("/api/v1/needs/" + need + "/candidates")).andExpect(status().isNotFound());
        as(OWNER, get("/api/v1/seeds/" + seeds.licensablePatent() + "/candidates"))
                .andExpect(status().isForbidden());
    }

    @Test
    void nobodyIsIntroducedByAProgramThatHasNothingToDoWithTheNeed() throws Exception {
        as(STRANGER, post("/api/v1/cases"), """
                        {"seedNumber": "%s", "needNumber": "%s"}
                        """.formatted(seeds.licensablePatent(), needs.open()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("there is no need")));
    }

    @Test
    void whomToTalkToIsToldToTheProgramThatEnteredTheOrganisation() throws Exception {
        String organisation = JsonPath.read(
                as(OWNER, post("/api/v1/organisations"), """
                        {"name": "Kurobe Valves", "type": "SME", "prefecture": "JP-16",
                         "contact": {"name": "Sato", "email": "sato@kurobe.example", "language": "ja"}}
                        """)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
        as(OWNER, get("/api/v1/organisations/" + organisation))
                .andExpect(jsonPath("$.contact.email").value("sato@kurobe.example"));
        as(STRANGER, get("/api/v1/organisations/" + organisation))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Kurobe Valves"))
                .andExpect(jsonPath("$.contact").doesNotExist());
    }

    @Test
    void anImportUnderAnothersSourceChangesNothing() throws Exception {
        String source = "tlo-" + UUID.randomUUID();
        imported(OWNER, source, "Valve that never sticks");
        String location = imported(STRANGER, source, "Taken over");
        as(STRANGER, get(location))
                .andExpect(jsonPath("$.rejected").value(1))
                .andExpect(jsonPath("$.updated").value(0));
        as(STRANGER, get(location + "/rejects"))
                .andExpect(jsonPath("$.items[0].reason").value(containsString("entered by somebody else")));
        as(OWNER, get(location)).andExpect(status().isNotFound());
        as(OWNER, get("/api/v1/seeds?source=" + source))
                .andExpect(jsonPath("$.items[0].title").value("Valve that never sticks"));
    }

    private String imported(String program, String source, String title) throws Exception {
        String location = String.valueOf(as(
                        program,
                        post("/api/v1/imports?kind=seeds&source=" + source)
                                .contentType("application/x-ndjson")
                                .content("""
                                        {"id": "1", "title": "%s", "outline": "A valve with a second spring.", \
                                        "organisation": "Kurobe Valves", "applicationNumber": "2020-1"}
                                        """.formatted(title)))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !as(program, get(location))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains("RUNNING"));
        return location;
    }

    private boolean found(String program, String list, String number) throws Exception {
        return as(program, get(list))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains(number);
    }

    private ResultActions as(String program, MockHttpServletRequestBuilder request, String body) throws Exception {
        return as(program, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions as(String program, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(SecurityMockMvcRequestPostProcessors.user(program)
                .authorities(new SimpleGrantedAuthority(Roles.INTEGRATORS))));
    }
}
