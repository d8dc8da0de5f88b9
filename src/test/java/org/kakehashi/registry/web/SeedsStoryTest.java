package org.kakehashi.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedFixture;
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
class SeedsStoryTest {

    private static final String ADDRESS = "/api/v1/seeds";

    @Autowired
    WebApplicationContext application;

    @Autowired
    SeedFixture seeds;

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
    void aSeedIsRegisteredReadAndChanged(ApplicationEvents news) throws Exception {
        UUID owner = seeds.university();
        String address = create("""
                {"source": "plidb", "externalId": "%s", "organisationId": "%s", "language": "ja",
                 "title": "全固体電池用電解質シート", "outline": "露点マイナス30℃で塗工できる。", "applicationNumber": "2020-906640",
                 "ipc": ["h01m10/0562"], "trl": 5, "coOwners": ["瑞穂野化成株式会社"], "workedBefore": "NO",
                 "licence": {"offered": "YES", "kind": "NON_EXCLUSIVE", "royalty": "YES"}}
                """.formatted(mark, owner));

        String number = JsonPath.read(
                send(get(address), null)
                        .andExpect(jsonPath("$.title").value("全固体電池用電解質シート"))
                        .andExpect(jsonPath("$.status").value("REGISTERED"))
                        .andExpect(jsonPath("$.prefecture").value("JP-17"))
                        .andExpect(jsonPath("$.ipc[0]").value("H01M 10/0562"))
                        .andExpect(jsonPath("$.technologyFields[0]").value("ELECTRICAL_MACHINERY"))
                        .andExpect(jsonPath("$.licence.kind").value("NON_EXCLUSIVE"))
                        .andExpect(jsonPath("$.licence.lumpSum").value("NOT_SPECIFIED"))
                        .andExpect(jsonPath("$.assignment.offered").value("NOT_SPECIFIED"))
                        .andExpect(jsonPath("$.registrantOwns").value(true))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.number");
        assertThat(news.stream(Seed.Registered.class)).contains(new Seed.Registered(number, true));

        String changed = "{\"organisationId\":\"%s\",\"language\":\"en\",\"title\":\"%s\",\"registrationNumber\":\"1\","
                        .formatted(owner, mark)
                + "\"version\":0}";
        send(put(address), changed)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value(mark))
                .andExpect(jsonPath("$.externalId").value(mark))
                .andExpect(jsonPath("$.version").value(1));
        send(put(address), changed)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("changed in the meantime")));
    }

    @Test
    void allThatARecordMaySayIsKeptAsStated() throws Exception {
        String said = """
                {"language": "ja", "title": "全固体電池用電解質シート", "outline": "露点マイナス30℃で塗工できる。",
                 "purpose": "漏液をなくす", "effect": "燃えない", "applicableProducts": "センサー", "advantage": "乾燥室が要らない",
                 "publications": "研究報告12号", "inventionName": "電解質シート", "applicant": "能美崎工科大学",
                 "patentee": "能美崎工科大学", "applicationNumber": "2020-906640", "applicationDate": "2020-04-17",
                 "publicationNumber": "2021-903321", "registrationNumber": "9905538", "unpublished": false,
                 "ipc": ["H01M 10/0562"], "relatedAtHome": "9905539", "relatedAbroad": "US 2022/0900123 A1",
                 "technicalFields": ["電気・電子", "その他"], "functions": ["材料・素材の製造"],
                 "licence": {"offered": "YES", "kind": null, "kindText": "専用実施権または通常実施権",
                  "lumpSum": "YES", "lumpSumText": "契約時に応相談", "royalty": "NO", "royaltyText": "不要",
                  "domestic": "YES", "domesticText": "北陸", "foreign": "NOT_SPECIFIED", "foreignText": "応相談",
                  "wishes": "共同評価も歓迎"},
                 "assignment": {"offered": "NO", "lumpSum": "NOT_SPECIFIED", "lumpSumText": "未定",
                  "domestic": "NO", "domesticText": "なし", "foreign": "YES", "foreignText": "欧州", "wishes": "未定"},
                 "trl": 5, "workedBefore": "NO", "licensedBefore": "YES", "knowHow": "YES", "training": "NO",
                 "samples": "YES", "registrantOwns": false, "coOwners": ["瑞穂野化成"], "powerOfAttorney": true,
                 "publiclyFunded": true, "registeredOn": "2021-02-03", "updatedOn": "2025-09-30",
                 "registrant": "能美崎工科大学産学連携本部", "registrantType": "大学"}
                """;
        String address = create("{\"organisationId\":\"%s\",%s"
                .formatted(seeds.university(), said.strip().substring(1)));

        send(get(address), null)
                .andExpect(content().json(said))
                .andExpect(jsonPath("$.inpitFields", contains("ELECTRICITY", "OTHER")));
    }

    @Test
    void aSeedCannotChangeHands() throws Exception {
        String address = create(body("\"applicationNumber\":\"1\""));

        send(put(address), body("\"applicationNumber\":\"1\""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("cannot change hands")));
    }

    @Test
    void aRecordOfASourceIsRegisteredOnceAndARepeatedCreationAnsweredAgain() throws Exception {
        String body = body("\"applicationNumber\":\"1\",\"source\":\"plidb\",\"externalId\":\"%s\"".formatted(mark));
        String first = send(post(ADDRESS).header("Idempotency-Key", mark), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        send(post(ADDRESS).header("Idempotency-Key", mark), body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", String.valueOf(first)))
                .andExpect(jsonPath("$.title").value("Sheet " + mark))
                .andExpect(jsonPath("$.licence.offered").value("NOT_SPECIFIED"));
        send(post(ADDRESS), body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("is seed S-")));
        send(get(ADDRESS + "?source=plidb&externalId=" + mark), null)
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void theListIsFilteredByStatusFieldPrefectureAndText() throws Exception {
        create(body("\"applicationNumber\":\"1\",\"ipc\":[\"H01M 10/05\",\"G06F 3/01\"]"));
        create(body("\"applicationNumber\":\"1\",\"ipc\":[\"G06F 3/01\"]"));
        String all = ADDRESS + "?status=REGISTERED&prefecture=JP-17&text=SHEET " + mark.toUpperCase();

        send(get(all), null).andExpect(jsonPath("$.total").value(2));
        send(get(all + "&field=ELECTRICAL_MACHINERY"), null)
                .andExpect(jsonPath("$.total").value(1));
        send(get(all + "&field=COMPUTER_TECHNOLOGY&size=1&page=1"), null)
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items.length()").value(1));
        send(get(all + "&field=PHARMACEUTICALS"), null)
                .andExpect(jsonPath("$.total").value(0));
        send(get(ADDRESS + "?status=PUBLISHED&text=" + mark), null)
                .andExpect(jsonPath("$.total").value(0));
        send(get(ADDRESS + "?text={text}", mark.charAt(0) + "%"), null)
                .andExpect(jsonPath("$.total").value(0));
        send(get(ADDRESS + "?field=ALCHEMY"), null)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message", containsString("must be one of ELECTRICAL_MACHINERY")));
    }

    @Test
    void aLostPatentLeavesTheProgrammeAlsoWhereItWasWithdrawnBefore(ApplicationEvents news) throws Exception {
        String number = seeds.licensablePatent();

        send(post(ADDRESS + "/" + number + "/withdrawal"), "{\"reason\":\"The owner works it alone.\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("WITHDRAWN"))
                .andExpect(jsonPath("$.statusReason").value("The owner works it alone."));
        send(post(ADDRESS + "/" + number + "/lapse"), "{\"reason\":\"The fee was not paid.\"}")
                .andExpect(status().isOk());

        assertThat(news.stream(Seed.Withdrawn.class))
                .containsExactly(
                        new Seed.Withdrawn(number, "The owner works it alone.", false),
                        new Seed.Withdrawn(number, "The fee was not paid.", true));
        send(put(ADDRESS + "/" + number), body("\"applicationNumber\":\"1\"")).andExpect(status().isConflict());
        send(post(ADDRESS + "/" + number + "/lapse"), "{\"reason\":\" \"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
    }

    @Test
    void anAdviserDoesNotTakeASeedOutOfTheProgramme() throws Exception {
        http.perform(post(ADDRESS + "/" + seeds.licensablePatent() + "/lapse")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"No fee\"}")
                        .with(as(Roles.ADVISERS)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail", containsString("Only registrars and managers")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"trl\":3                                       | needs the number of an application",
                "\"applicationNumber\":\"1\",\"trl\":10          | trl: must be between 1 and 9",
                "\"applicationNumber\":\"1\",\"ipc\":[\"X\"]     | \"X\" is not an IPC symbol",
                "\"applicationNumber\":\"1\",\"ipc\":[null]      | ipc[0]: must be given",
                "\"applicationNumber\":\"1\",\"source\":\"a\"    | both the source and its id",
                "\"applicationNumber\":\"1\",\"language\":\"fr\" | language: must be en or ja",
                "\"licence\":{\"offered\":\"MAYBE\"}             | licence.offered: must be one of YES, NO, NOT_SPEC",
                "\"applicationNumber\":\"1\",\"functions\":[\"a\",\"b\",\"c\",\"d\"] | at most three functions",
                "\"applicationNumber\":\"1\",\"applicationDate\":\"17.4.2020\" | applicationDate: ",
                "\"applicationNumber\":\"1\",\"lumpsum\":\"YES\"   | lumpsum",
                "\"applicationNumber\":1                         | applicationNumber: does not have the expected form"
            })
    void aWrongEntryIsNamed(String wrong, String message) throws Exception {
        send(
                        post(ADDRESS),
                        wrong.contains("language") ? body(wrong).replaceFirst("\"language\":\"en\",", "") : body(wrong))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString(message)));
    }

    @Test
    void anUnknownSeedOrOrganisationIsSaidToBe() throws Exception {
        send(get(ADDRESS + "/S-2026-999999"), null)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no seed S-2026-999999."));
        send(post(ADDRESS), body(UUID.randomUUID(), "\"applicationNumber\":\"1\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("There is no organisation")));
    }

    private String body(String more) {
        return body(seeds.university(), more);
    }

    private String body(UUID owner, String more) {
        return "{\"organisationId\":\"%s\",\"language\":\"en\",\"title\":\"Sheet %s\",%s}".formatted(owner, mark, more);
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
        return http.perform(request.with(as(Roles.INTEGRATORS)));
    }

    private static SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor as(String group) {
        return SecurityMockMvcRequestPostProcessors.user("integrator").authorities(new SimpleGrantedAuthority(group));
    }
}
