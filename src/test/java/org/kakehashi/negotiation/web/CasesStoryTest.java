package org.kakehashi.negotiation.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.Prefecture;
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
class CasesStoryTest {

    private static final String ADDRESS = "/api/v1/cases";

    @Autowired
    WebApplicationContext application;

    @Autowired
    SeedFixture seeds;

    @Autowired
    NeedFixture needs;

    @Autowired
    LicensingCases cases;

    @Autowired
    Advisers advisers;

    @Autowired
    Desk desk;

    MockMvc http;
    String seed;
    String need;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        engage("cases-ishikawa", "JP-17");
        engage("cases-hyogo", "JP-28");
        seed = seeds.licensablePatent();
        need = needs.open();
    }

    @Test
    void anIntroductionMadeElsewhereIsCreatedOnceAndRead() throws Exception {
        String key = UUID.randomUUID().toString();
        String number = introduced(key);
        send(post(ADDRESS).header("Idempotency-Key", key), introduction())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(number));
        send(post(ADDRESS), introduction())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("in case " + number)));
        send(get(ADDRESS + "/" + number), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.seedNumber").value(seed))
                .andExpect(jsonPath("$.licensor.prefecture").value("JP-17"))
                .andExpect(jsonPath("$.stage").value("INTRODUCTION"))
                .andExpect(jsonPath("$.openTasks[0].name").value("Prepare summary"))
                .andExpect(jsonPath("$.timeline[*].event").value(hasItem("Introduced elsewhere")));
    }

    @Test
    void anIntroductionOfUnknownRecordsSaysWhich() throws Exception {
        send(post(ADDRESS), """
                        {"seedNumber": "S-1999-000001", "needNumber": "%s"}
                        """.formatted(need))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("there is no seed S-1999-000001")));
        send(post(ADDRESS), "{}").andExpect(status().isBadRequest());
    }

    @Test
    void aSideAnswersByMessageOnceAndOnlyWhenAsked() throws Exception {
        String number = introduced(null);
        String consent = """
                {"occasion": "CONSENT", "side": "LICENSOR", "positive": true}
                """;
        send(post(ADDRESS + "/" + number + "/answers"), consent)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("does not wait for the licensor's answer")));
        desk.complete(number, "Task_PrepareSummary", Map.of("summary", "A sheet that can be handled in air."));
        send(post(ADDRESS + "/" + number + "/answers"), consent).andExpect(status().isOk());
        send(post(ADDRESS + "/" + number + "/answers"), consent).andExpect(status().isOk());
        send(get(ADDRESS + "/" + number), null)
                .andExpect(jsonPath("$.moveOf").value("LICENSEE"))
                .andExpect(jsonPath("$.answers.length()").value(1));
        send(post(ADDRESS + "/" + number + "/answers"), """
                        {"occasion": "CONSENT", "side": "LICENSEE", "positive": false,
                         "outcome": "DECLINED_TIMING", "reason": "No budget before April."}
                        """).andExpect(status().isOk());
        send(get(ADDRESS + "/" + number), null)
                .andExpect(jsonPath("$.stage").value("ENDED"))
                .andExpect(jsonPath("$.outcome").value("DECLINED_TIMING"));
    }

    @Test
    void onlyItsAdviserOrAnIntegratorSpeaksForASide() throws Exception {
        String number = introduced(null);
        String withdrawal = """
                {"side": "LICENSOR", "reason": "We keep it."}
                """;
        http.perform(post(ADDRESS + "/" + number + "/withdrawal")
                        .with(SecurityMockMvcRequestPostProcessors.user("somebody")
                                .authorities(new SimpleGrantedAuthority(Roles.ADVISERS)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(withdrawal))
                .andExpect(status().isForbidden());
        send(post(ADDRESS + "/" + number + "/withdrawal"), withdrawal).andExpect(status().isOk());
        send(post(ADDRESS + "/" + number + "/withdrawal"), withdrawal).andExpect(status().isOk());
        send(get(ADDRESS + "/" + number), null)
                .andExpect(jsonPath("$.outcome").value("WITHDRAWN"))
                .andExpect(jsonPath("$.outcomeReason").value("The licensor: We keep it."));
    }

    @Test
    void casesAreListedByStagePrefectureAdviserAndText() throws Exception {
        String number = introduced(null);
        send(get(ADDRESS).param("text", number).param("prefecture", "JP-17").param("stage", "INTRODUCTION"), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].number").value(number));
        send(get(ADDRESS).param("text", number).param("prefecture", "JP-01"), null)
                .andExpect(jsonPath("$.total").value(0));
        send(get(ADDRESS).param("text", number).param("ended", "true"), null)
                .andExpect(jsonPath("$.items[*].number").value(not(hasItem(number))));
        send(get(ADDRESS).param("stage", "NOWHERE"), null)
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Type", MediaType.APPLICATION_PROBLEM_JSON_VALUE));
    }

    private String introduced(@Nullable String key) throws Exception {
        var request = post(ADDRESS);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        String created = send(request, introduction())
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String number = JsonPath.read(created, "$.number");
        desk.runDueJobs(cases.of(number).matchNumber());
        desk.runDueJobs(number);
        if (desk.open(number).contains("Task_ConsentSameAdviser")) {
            desk.complete(number, "Task_ConsentSameAdviser", Map.of("consents", "true", "reason", "Fine."));
        }
        return number;
    }

    private String introduction() {
        return """
                {"seedNumber": "%s", "needNumber": "%s", "note": "Met at a market."}
                """.formatted(seed, need);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, @Nullable String body) throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return http.perform(request.with(SecurityMockMvcRequestPostProcessors.user("integrator")
                .authorities(new SimpleGrantedAuthority(Roles.INTEGRATORS))));
    }

    private void engage(String user, String prefecture) {
        if (!advisers.existsById(user)) {
            advisers.saveAndFlush(new Adviser(
                    user,
                    new Adviser.Profile(
                            user,
                            null,
                            user + "@example.jp",
                            Prefecture.of(prefecture),
                            "Host",
                            Set.of(),
                            Set.of("en", "ja"))));
        }
    }
}
