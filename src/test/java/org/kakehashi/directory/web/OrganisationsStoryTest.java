package org.kakehashi.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
class OrganisationsStoryTest {

    private static final String ADDRESS = "/api/v1/organisations";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Organisations organisations;

    MockMvc http;
    String mark;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        mark = UUID.randomUUID().toString();
    }

    @Test
    void anOrganisationIsCreatedReadAndChanged() throws Exception {
        String created = send(post(ADDRESS), """
                        {"source": "plidb", "externalId": "%s", "name": "Nagare Precision", "nameJa": "流精密株式会社",
                         "type": "SME", "prefecture": "JP-20", "industry": "MANUFACTURING", "capitalYen": 80000000,
                         "staff": 145, "contact": {"name": "朝倉 芽衣", "email": "licensing@example.jp",
                         "phone": "03-0000-0000", "language": "ja"}}
                        """.formatted(mark))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.prefecture").value("JP-20"))
                .andExpect(jsonPath("$.sme").value(true))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String address = ADDRESS + "/" + JsonPath.read(created, "$.id");

        send(get(address), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contact.name").value("朝倉 芽衣"))
                .andExpect(jsonPath("$.version").value(0));
        send(
                        put(address),
                        "{\"name\":\"Nagare\",\"type\":\"LARGE\",\"capitalYen\":900000000,\"staff\":500,\"version\":0}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Nagare"))
                .andExpect(jsonPath("$.externalId").value(mark))
                .andExpect(jsonPath("$.sme").value(false))
                .andExpect(jsonPath("$.version").value(1));
    }

    @Test
    void whatHoldsAnOrganisationIsNamedAndCannotBeHeldByIt() throws Exception {
        String holding = create("{\"name\":\"Holding\",\"type\":\"LARGE\"}");
        String id = holding.substring(holding.lastIndexOf('/') + 1);
        String held = create("{\"name\":\"Held\",\"type\":\"OTHER\",\"parent\":\"%s\"}".formatted(id));
        String heldId = held.substring(held.lastIndexOf('/') + 1);

        send(get(held), null).andExpect(jsonPath("$.parent").value(id));
        send(
                        put(holding),
                        "{\"name\":\"Holding\",\"type\":\"LARGE\",\"version\":0,\"parent\":\"%s\"}".formatted(heldId))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("cannot be held by itself")));
        send(post(ADDRESS), "{\"name\":\"Lost\",\"type\":\"OTHER\",\"parent\":\"%s\"}".formatted(UUID.randomUUID()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("There is no organisation")));
        assertThat(organisations.group(UUID.fromString(heldId)))
                .containsExactlyInAnyOrder(UUID.fromString(id), UUID.fromString(heldId));
    }

    @Test
    void aChangeOnTopOfAnotherIsRefused() throws Exception {
        String address = create("{\"name\":\"Nagare\",\"type\":\"OTHER\"}");
        send(put(address), "{\"name\":\"First\",\"type\":\"OTHER\",\"version\":0}")
                .andExpect(status().isOk());

        send(put(address), "{\"name\":\"Second\",\"type\":\"OTHER\",\"version\":0}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("changed in the meantime")));
        send(get(address), null).andExpect(jsonPath("$.name").value("First"));
    }

    @Test
    void theListIsFilteredByTypePrefectureAndPartOfTheName() throws Exception {
        create("{\"name\":\"A %s Battery\",\"type\":\"SME\",\"prefecture\":\"JP-13\"}".formatted(mark));
        create("{\"name\":\"B\",\"nameJa\":\"電池 %s\",\"type\":\"SME\",\"prefecture\":\"JP-13\"}".formatted(mark));
        create("{\"name\":\"C %s\",\"type\":\"TLO\",\"prefecture\":\"JP-13\"}".formatted(mark));
        create("{\"name\":\"D %s\",\"type\":\"SME\",\"prefecture\":\"JP-27\"}".formatted(mark));

        send(get(ADDRESS + "?type=SME&prefecture=JP-13&size=1&page=1&name=" + mark.toUpperCase(Locale.ROOT)), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.page").value(1))
                .andExpect(jsonPath("$.size").value(1))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].name").value("B"));
        send(get(ADDRESS + "?type=TLO"), null).andExpect(jsonPath("$.items[*].type", everyItem(is("TLO"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%5C"})
    void aWildcardInTheNameMeansItself(String wildcard) throws Exception {
        create("{\"name\":\"%s\",\"type\":\"OTHER\"}".formatted(mark));

        http.perform(signedIn(get(URI.create(ADDRESS + "?name=" + mark.charAt(0) + wildcard))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void aRepeatedCreationWithAKeyCreatesOne() throws Exception {
        String body = "{\"name\":\"%s\",\"type\":\"OTHER\"}".formatted(mark);
        String first = send(post(ADDRESS).header("Idempotency-Key", mark), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        send(post(ADDRESS).header("Idempotency-Key", mark), body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", String.valueOf(first)));
        send(post(ADDRESS).header("Idempotency-Key", mark), body.replace("OTHER", "TLO"))
                .andExpect(status().isConflict());
        send(get(ADDRESS + "?name=" + mark), null).andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void whatASourceHasSentOnceIsNotCreatedAgain() throws Exception {
        String body =
                "{\"source\":\"plidb\",\"externalId\":\"%s\",\"name\":\"Nagare\",\"type\":\"OTHER\"}".formatted(mark);
        create(body);

        send(post(ADDRESS), body)
                .andExpect(status().isConflict())
                .andExpect(content().string(not(containsString("organisation_"))));
        assertThat(organisations.findBySourceAndExternalIdIn("plidb", List.of(mark, "another")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"SME\"}                                     | name          | must be given",
                "{\"name\":\"x\"}                                       | type          | must be given",
                "{\"name\":\"x\",\"type\":\"GIANT\"}                    | type          | must be one of LARGE, SME,",
                "{\"name\":\"x\",\"type\":\"SME\",\"prefecture\":\"JP-99\"} | prefecture | \"JP-99\" is not a prefecture",
                "{\"name\":\"x\",\"type\":\"SME\",\"prefecture\":\"TOKYO\"} | prefecture | \"TOKYO\" is not a prefecture",
                "{\"name\":\"x\",\"type\":\"SME\",\"staff\":-1}         | staff         | must not be negative",
                "{\"name\":\"x\",\"type\":\"SME\",\"staff\":\"many\"}   | staff         | must be a whole number",
                "{\"name\":\"x\",\"type\":\"SME\",\"staf\":1}           | staf          | is not a property",
                "{\"name\":\"x\",\"type\":\"SME\",\"contact\":{\"email\":\"no\"}} | contact.email | must be an e-mail",
                "{\"name\":17,\"type\":\"SME\"}                         | name          | does not have the expected form"
            })
    void aWrongEntryIsNamed(String body, String field, String message) throws Exception {
        send(post(ADDRESS), body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message", containsString(message)));
    }

    @Test
    void aCharacterThatCannotBeStoredIsRefused() throws Exception {
        send(post(ADDRESS), "{\"name\":\"a\\u0000b\",\"type\":\"SME\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("cannot be stored")));
    }

    @Test
    void anUnknownOrUnreadableIdIsSaidToBe() throws Exception {
        UUID unknown = UUID.randomUUID();
        send(get(ADDRESS + "/" + unknown), null)
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("There is no organisation " + unknown + "."));
        send(get(ADDRESS + "/17"), null)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
        send(get(ADDRESS + "?prefecture=Tokyo"), null)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("prefecture"))
                .andExpect(jsonPath("$.errors[0].message", containsString("JP-01 to JP-47")));
        send(get("/api/v1/nothing"), null)
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void nobodyReadsWithoutSigningIn() throws Exception {
        http.perform(get(ADDRESS))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Basic")))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("Sign in")));
    }

    @Test
    void theInterfaceDescribesItselfToEverybody() throws Exception {
        http.perform(get("/api/docs/openapi.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("Kakehashi"))
                .andExpect(jsonPath("$.paths['/api/v1/organisations'].post.responses.default")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/v1/organisations'].get.parameters[?(@.name == 'size')]")
                        .exists())
                .andExpect(jsonPath("$.components.schemas.Problem.properties.errors")
                        .exists());
        http.perform(get("/api/docs")).andExpect(status().is3xxRedirection());
        http.perform(get("/api/docs/swagger-ui/index.html")).andExpect(status().isOk());
    }

    private String create(String body) throws Exception {
        return String.valueOf(send(post(ADDRESS), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return http.perform(signedIn(request));
    }

    private static MockHttpServletRequestBuilder signedIn(MockHttpServletRequestBuilder request) {
        return request.with(SecurityMockMvcRequestPostProcessors.user("integrator")
                .authorities(new SimpleGrantedAuthority(Roles.INTEGRATORS)));
    }
}
