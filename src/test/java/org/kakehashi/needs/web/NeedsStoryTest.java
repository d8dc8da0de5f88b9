package org.kakehashi.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@RecordApplicationEvents
class NeedsStoryTest {

    private static final String ADDRESS = "/api/v1/needs";

    @Autowired
    WebApplicationContext application;

    @Autowired
    NeedFixture needs;

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
    void aNeedIsEnteredReadAndChanged(ApplicationEvents news) throws Exception {
        UUID company = needs.company();
        String address = create("""
                {"organisationId": "%s", "language": "en", "title": "Safe cell", "problem": "Cells must not burn.",
                 "budgetYen": 12000000, "deadline": "2030-09-30", "ipc": ["H01M 10/0562"], "wantedKind": "EXCLUSIVE",
                 "region": "JP-28", "nameMayBeShown": true, "start": false}
                """.formatted(company));
        String number = address.substring(address.lastIndexOf('/') + 1);

        send(get(address), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(number))
                .andExpect(jsonPath("$.externalId").value(number))
                .andExpect(jsonPath("$.source").value("rest"))
                .andExpect(jsonPath("$.status").value("RECEIVED"))
                .andExpect(jsonPath("$.deadline").value("2030-09-30"))
                .andExpect(jsonPath("$.region").value("JP-28"))
                .andExpect(jsonPath("$.technologyFields[0]").value("ELECTRICAL_MACHINERY"));
        assertThat(news.stream(Need.Received.class)).contains(new Need.Received(number, false));

        String changed = body(company, "\"version\":0");
        send(put(address), changed)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Cell " + mark))
                .andExpect(jsonPath("$.nameMayBeShown").value(false));
        send(put(address), changed)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("changed in the meantime")));
        send(put(address), body(needs.company(), "\"version\":1"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("belongs to another organisation")));
    }

    @Test
    void aRepeatedCreationWithAKeyCreatesOne() throws Exception {
        String body = body(needs.company(), "\"source\":\"plidb\",\"externalId\":\"%s\"".formatted(mark));
        String first = send(post(ADDRESS).header("Idempotency-Key", mark), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        send(post(ADDRESS).header("Idempotency-Key", mark), body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", String.valueOf(first)));
        send(post(ADDRESS), body).andExpect(status().isConflict());
        send(get(ADDRESS + "?source=plidb&externalId=" + mark), null)
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void theListIsFilteredByStatusFieldPrefectureAndText() throws Exception {
        create(body(needs.company(), "\"ipc\":[\"H01M 10/05\"]"));
        create(body(needs.company(), "\"ipc\":[\"G06F 3/01\"]"));
        String all = ADDRESS + "?status=RECEIVED&prefecture=JP-28&text=CELL " + mark;

        send(get(all), null).andExpect(jsonPath("$.total").value(2));
        send(get(all + "&field=COMPUTER_TECHNOLOGY"), null)
                .andExpect(jsonPath("$.total").value(1));
        send(get(ADDRESS + "?status=OPEN&text=" + mark), null)
                .andExpect(jsonPath("$.total").value(0));
        send(get(ADDRESS + "?prefecture=JP-01&text=" + mark), null)
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void aNeedIsClosedOnceAndTakesNoChangeAfterwards(ApplicationEvents news) throws Exception {
        String number = needs.open();

        send(post(ADDRESS + "/" + number + "/closure"), "{\"reason\":\"Solved\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.statusReason").value("Solved"));
        send(post(ADDRESS + "/" + number + "/closure"), "{\"reason\":\"Again\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.statusReason").value("Solved"));

        assertThat(news.stream(Need.Closed.class)).containsExactly(new Need.Closed(number, "Solved"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"budgetYen\":-1           | budgetYen: must not be negative",
                "\"deadline\":\"soon\"      | deadline: must be a date such as 2026-10-05",
                "\"region\":\"Kansai\"      | is not a prefecture",
                "\"ipc\":[\"X\"]            | \"X\" is not an IPC symbol",
                "\"externalId\":\"4711\"    | both the source and its id",
                "\"wantedKind\":\"LOAN\"    | wantedKind: must be one of EXCLUSIVE_REGISTERED"
            })
    void aWrongEntryIsNamed(String wrong, String message) throws Exception {
        send(post(ADDRESS), body(needs.company(), wrong))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString(message)));
    }

    @Test
    void anUnknownNeedIsSaidToBe() throws Exception {
        send(post(ADDRESS + "/N-2026-999999/closure"), "{\"reason\":\"Solved\"}")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no need N-2026-999999."));
    }

    private String body(UUID company, String more) {
        return "{\"organisationId\":\"%s\",\"language\":\"en\",\"title\":\"Cell %s\",\"problem\":\"It burns.\",%s}"
                .formatted(company, mark, more);
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
        return http.perform(request.with(SecurityMockMvcRequestPostProcessors.user("integrator")
                .authorities(new SimpleGrantedAuthority(Roles.INTEGRATORS))));
    }
}
