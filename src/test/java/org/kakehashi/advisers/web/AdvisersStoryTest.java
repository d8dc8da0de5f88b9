package org.kakehashi.advisers.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Workload;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
@Transactional
class AdvisersStoryTest {

    private static final String KUDO = """
            {"name": "Kudo Haruka", "nameJa": "工藤 遥", "email": "kudo@example.jp", "prefecture": "JP-01",
             "host": "北海道庁", "fields": ["OPTICS", "MEASUREMENT"], "languages": ["ja", "en"], "active": true}
            """;

    @Autowired
    WebApplicationContext application;

    @Autowired
    Workload workload;

    @Autowired
    Clock clock;

    MockMvc http;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void aManagerEngagesAnAdviserWhomTheListShowsWithTheWorkInHand() throws Exception {
        engage("kudo", Roles.MANAGERS, KUDO).andExpect(status().isOk());
        workload.assigned("kudo", "L-2026-000001");

        list("?prefecture=JP-01&field=OPTICS")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.userId == 'kudo')].openCases", hasItem(1)))
                .andExpect(jsonPath("$.items[?(@.userId == 'kudo')].host", hasItem("北海道庁")));
        list("?prefecture=JP-01&field=SEMICONDUCTORS")
                .andExpect(jsonPath("$.items[?(@.userId == 'kudo')]").isEmpty());
        list("?prefecture=JP-02")
                .andExpect(jsonPath("$.items[?(@.userId == 'kudo')]").isEmpty());
    }

    @Test
    void anAbsenceIsEnteredWithItsDeputyByTheAdviserOrAManager() throws Exception {
        engage("kudo", Roles.MANAGERS, KUDO);
        engage("sato", Roles.MANAGERS, KUDO);
        LocalDate today = LocalDate.now(clock);
        String absence = """
                {"firstDay": "%s", "lastDay": "%s", "deputy": "sato"}
                """.formatted(today, today.plusDays(5));

        post("sato", Roles.ADVISERS, "kudo/absences", absence).andExpect(status().isForbidden());
        post("kudo", Roles.INTEGRATORS, "kudo/absences", absence).andExpect(status().isForbidden());
        post("kudo", Roles.ADVISERS, "kudo/absences", absence).andExpect(status().isCreated());
        post("kudo", Roles.ADVISERS, "kudo/absences", absence)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("is away from")));

        list("?prefecture=JP-01")
                .andExpect(jsonPath("$.items[?(@.userId == 'kudo')].deputy", hasItem("sato")))
                .andExpect(jsonPath(
                        "$.items[?(@.userId == 'kudo')].absentUntil",
                        hasItem(today.plusDays(5).toString())));
    }

    private ResultActions post(String person, String role, String address, String body) throws Exception {
        return http.perform(MockMvcRequestBuilders.post("/api/v1/advisers/" + address)
                .with(user(person).authorities(new SimpleGrantedAuthority(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @ParameterizedTest
    @CsvSource({Roles.ADVISERS, Roles.INTEGRATORS, Roles.REGISTRARS})
    void nobodyElseEngagesAdvisers(String role) throws Exception {
        engage("kudo", role, KUDO)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("Your groups do not allow this."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"JP-01\"             | \"Hokkaido\"  | prefecture | is not a prefecture",
                "\"OPTICS\"            | \"MAGIC\"     | fields[0]  | must be one of",
                "[\"ja\", \"en\"]      | []            | languages  | must name at least one language",
                "\"kudo@example.jp\"   | \"kudo\"      | email      | must be an e-mail address",
                "true                  | null          | active     | must be true or false"
            })
    void aWrongEntryIsNamed(String right, String wrong, String field, String message) throws Exception {
        engage("kudo", Roles.MANAGERS, KUDO.replace(right, wrong))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", containsString(field)))
                .andExpect(jsonPath("$.errors[0].message", containsString(message)));
    }

    @Test
    void anUnknownAdviserIsSaidToBe() throws Exception {
        http.perform(get("/api/v1/advisers/nobody").with(user("anybody")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no adviser \"nobody\"."));
    }

    private ResultActions engage(String userId, String role, String body) throws Exception {
        return http.perform(put("/api/v1/advisers/" + userId)
                .with(user("somebody").authorities(new SimpleGrantedAuthority(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions list(String query) throws Exception {
        return http.perform(get("/api/v1/advisers" + query).with(user("anybody")));
    }
}
