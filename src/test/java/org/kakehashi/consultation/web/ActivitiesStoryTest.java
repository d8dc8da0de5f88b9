package org.kakehashi.consultation.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
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
class ActivitiesStoryTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Advisers advisers;

    @Autowired
    Clock clock;

    MockMvc http;
    LocalDate lastMonth;

    @BeforeEach
    void twoAdvisers() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        lastMonth = YearMonth.now(clock).minusMonths(1).atDay(10);
        for (String name : Set.of("kudo", "sato")) {
            advisers.saveAndFlush(new Adviser(
                    name,
                    new Adviser.Profile(
                            name,
                            null,
                            name + "@example.jp",
                            Prefecture.HOKKAIDO,
                            "Host",
                            Set.of(TechnologyField.OPTICS),
                            Set.of("ja"))));
        }
    }

    @Test
    void anAdviserRecordsCorrectsAndStrikesAndEveryVersionStays() throws Exception {
        String id = recorded("kudo");

        post("kudo", Roles.ADVISERS, "/" + id + "/corrections", correction(1, 120))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.facts.minutes").value(120));
        post("kudo", Roles.ADVISERS, "/" + id + "/corrections", correction(1, 150))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("changed meanwhile")));
        get("kudo", Roles.ADVISERS, "").andExpect(jsonPath("$.total").value(1));
        get("kudo", Roles.ADVISERS, "/totals")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].kind").value("VISIT"))
                .andExpect(jsonPath("$[0].activities").value(1))
                .andExpect(jsonPath("$[0].minutes").value(120));
        get("sato", Roles.ADVISERS, "/totals?adviser=kudo").andExpect(status().isForbidden());

        post("kudo", Roles.ADVISERS, "/" + id + "/strike", """
                {"version": 2, "reason": "Entered twice"}
                """).andExpect(status().isOk());
        get("kudo", Roles.ADVISERS, "").andExpect(jsonPath("$.total").value(0));
        get("kudo", Roles.ADVISERS, "/totals").andExpect(jsonPath("$.length()").value(0));
        get("kudo", Roles.ADVISERS, "/" + id + "/versions")
                .andExpect(jsonPath("$.length()").value(3))
                .andExpect(jsonPath("$[0].facts.minutes").value(90))
                .andExpect(jsonPath("$[2].struck").value(true))
                .andExpect(jsonPath("$[2].reason").value("Entered twice"));
        post("kudo", Roles.ADVISERS, "/" + id + "/corrections", correction(3, 60))
                .andExpect(status().isConflict());
    }

    @Test
    void afterAManagerHasClosedTheMonthNothingInItChanges() throws Exception {
        String id = recorded("kudo");
        String month = "/months/" + YearMonth.from(lastMonth) + "/close";

        post("kudo", Roles.ADVISERS, month, "").andExpect(status().isForbidden());
        post("boss", Roles.MANAGERS, "/months/" + YearMonth.now(clock) + "/close", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("is not over")));
        post("boss", Roles.MANAGERS, "/months/soon/close", "").andExpect(status().isBadRequest());
        post("boss", Roles.MANAGERS, month, "").andExpect(status().isNoContent());
        post("boss", Roles.MANAGERS, month, "").andExpect(status().isConflict());

        post("kudo", Roles.ADVISERS, "", visit(lastMonth, 90)).andExpect(status().isConflict());
        post("kudo", Roles.ADVISERS, "/" + id + "/corrections", correction(1, 120))
                .andExpect(status().isConflict());
        post("boss", Roles.MANAGERS, "/" + id + "/strike", """
                {"version": 1, "reason": "Entered twice"}
                """)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("is closed")));
    }

    @Test
    void anAdviserSeesTheOwnAndAManagerAll() throws Exception {
        String id = recorded("kudo");
        recorded("sato");

        get("kudo", Roles.ADVISERS, "").andExpect(jsonPath("$.total").value(1));
        get("kudo", Roles.ADVISERS, "?adviser=sato").andExpect(status().isForbidden());
        get(
                        "boss",
                        Roles.MANAGERS,
                        "?adviser=sato&kind=VISIT&prefecture=JP-01&from=" + lastMonth + "&until=" + lastMonth)
                .andExpect(jsonPath("$.total").value(1));
        get("boss", Roles.MANAGERS, "?adviser=sato&kind=COURSE")
                .andExpect(jsonPath("$.total").value(0));
        get("sato", Roles.ADVISERS, "/" + id + "/versions").andExpect(status().isForbidden());
        post("sato", Roles.ADVISERS, "/" + id + "/corrections", correction(1, 120))
                .andExpect(status().isForbidden());
        post("sato", Roles.ADVISERS, "?adviser=kudo", visit(lastMonth, 90)).andExpect(status().isForbidden());
        post("boss", Roles.MANAGERS, "?adviser=kudo", visit(lastMonth, 90))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.changedBy").value("boss"));
        http.perform(MockMvcRequestBuilders.get("/api/v1/activities")).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minutes\": 90 | \"minutes\": 0 | must be at least 1",
                "\"minutes\": 90 | \"minutes\": 1441 | must not be greater than 1440",
                "\"kind\": \"VISIT\" | \"kind\": \"COURSE\" | participants of a course",
                "\"kind\": \"VISIT\" | \"kind\": \"VISIT\", \"participants\": 3 | participants of a course",
                "\"kind\": \"VISIT\" | \"kind\": \"VISIT\", \"number\": \"case 1\" | is not a number such as",
                "Showed | <blank> | must be given"
            })
    void whatCannotBeIsRefusedWithASentence(String right, String wrong, String sentence) throws Exception {
        String body = "<blank>".equals(wrong)
                ? visit(lastMonth, 90).replaceAll("Showed[^\"]*", " ")
                : visit(lastMonth, 90).replace(right, wrong);
        post("kudo", Roles.ADVISERS, "", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$", org.hamcrest.Matchers.hasToString(containsString(sentence))));
    }

    @Test
    void aDayThatHasNotComeIsRefused() throws Exception {
        post("kudo", Roles.ADVISERS, "", visit(LocalDate.now(clock).plusDays(1), 90))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("has not come yet")));
    }

    private String recorded(String adviser) throws Exception {
        return JsonPath.read(
                post(adviser, Roles.ADVISERS, "", visit(lastMonth, 90))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
    }

    private static String visit(LocalDate day, int minutes) {
        return """
                {"kind": "VISIT", "day": "%s", "minutes": %d, "prefecture": "JP-01", "text": "Showed the gazette"}
                """.formatted(day, minutes);
    }

    private String correction(int version, int minutes) {
        return """
                {"version": %d, "activity": %s, "reason": "Travel counted"}
                """.formatted(version, visit(lastMonth, minutes));
    }

    private ResultActions get(String person, String role, String address) throws Exception {
        return http.perform(MockMvcRequestBuilders.get("/api/v1/activities" + address)
                .with(user(person).authorities(new SimpleGrantedAuthority(role))));
    }

    private ResultActions post(String person, String role, String address, String body) throws Exception {
        return http.perform(MockMvcRequestBuilders.post("/api/v1/activities" + address)
                .with(user(person).authorities(new SimpleGrantedAuthority(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
