package org.kakehashi.matching.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Records;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.DeclineReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
class MatchesStoryTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Records records;

    @Autowired
    Matching matching;

    MockMvc http;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void candidatesAreFoundFromEitherEndWithTheirReasons() throws Exception {
        String seed = records.seed("Lotus coating", "A coating like lotus leaves repels muddy water from helmets.");
        String need = records.need("Helmets", "Muddy water on helmets shall run off, as it does from lotus leaves.");

        send(get("/api/v1/needs/{n}/candidates", need))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].seedNumber", hasItem(seed)))
                .andExpect(jsonPath("$.items[0].band").value("HIGH"))
                .andExpect(jsonPath("$.items[0].reasons[0]", startsWith("Shared words: ")));
        send(get("/api/v1/seeds/{n}/candidates?limit=3", seed))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].needNumber", hasItem(need)));
    }

    @Test
    void aNeedThatSaysTooLittleIsToldSo() throws Exception {
        send(get("/api/v1/needs/{n}/candidates", records.need("The", "of and")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isEmpty())
                .andExpect(jsonPath("$.remark", startsWith("Not enough to match on")));
    }

    @Test
    void anUnknownRecordIsNotFoundAndAWrongLimitIsRefused() throws Exception {
        send(get("/api/v1/needs/N-2000-000001/candidates")).andExpect(status().isNotFound());
        send(get("/api/v1/needs/S-2000-000001/candidates")).andExpect(status().isNotFound());
        send(get("/api/v1/needs/{n}/candidates?limit=0", records.need("Any", "Any problem at all")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aMatchIsListedAndDecided() throws Exception {
        records.seed("Reed mat", "A mat of reeds shades young wasabi in shallow streams.");
        String need = records.need("Wasabi", "Young wasabi in streams needs shade, for example a mat of reeds.");
        Match match = matching.propose(need).get(0);

        send(get("/api/v1/matches?record={n}&status=PROPOSED", need))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].number", hasItem(match.number())));
        decide(match, "{\"decision\": \"DECLINE\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("Give the reason")));
        decide(match, "{\"decision\": \"DECLINE\", \"reason\": \"MATURITY\", \"text\": \"Not yet tried\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DECLINED"))
                .andExpect(jsonPath("$.declineReason").value("MATURITY"))
                .andExpect(jsonPath("$.decidedBy").value("an-adviser"));
        decide(match, "{\"decision\": \"ACCEPT\"}").andExpect(status().isConflict());
        send(get("/api/v1/matches/{n}", match.number()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.declineText").value("Not yet tried"));
    }

    @Test
    void bothTextsStandSideBySideWithWhatTheyShareMarked() throws Exception {
        records.seed("Bamboo tongs", "Tongs of <b>scorched bamboo</b> lift tofu without tearing it.");
        String need = records.need("Tofu", "Our tofu tears when lifted; tongs of bamboo or the like are wanted.");
        Match match = matching.propose(need).get(0);

        page(get("/matches/{n}", match.number()), Roles.LEGAL)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<mark>bamboo</mark>")))
                .andExpect(content().string(containsString("<mark>tofu</mark>")))
                .andExpect(content().string(not(containsString("<b>scorched"))));
        page(get("/matches/{n}", match.number()), Roles.INTEGRATORS).andExpect(status().isForbidden());
    }

    @Test
    void aManagerTakesALessonBackAndASupervisorOnlyReads() throws Exception {
        records.seed("Persimmon peeler", "A peeler with a soft roller peels persimmons for drying.");
        String need = records.need("Persimmons", "We peel persimmons for drying by hand; a peeler is wanted.");
        Match match = matching.propose(need).get(0);
        matching.decline(match.number(), DeclineReason.WRONG_FIELD, null, "an-adviser");
        String undo = "/matching/lessons/" + match.number() + "/undo";

        page(get("/matching"), Roles.SUPERVISORS)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(match.number())))
                .andExpect(content().string(not(containsString("Take back"))));
        page(get("/matching"), Roles.ADVISERS).andExpect(status().isForbidden());
        page(post(undo).with(csrf()), Roles.SUPERVISORS).andExpect(status().isForbidden());
        page(post(undo), Roles.MANAGERS).andExpect(status().isForbidden());
        page(post(undo).with(csrf()), Roles.MANAGERS).andExpect(redirectedUrl("/matching?page=0"));
        page(get("/matching"), Roles.MANAGERS)
                .andExpect(content().string(containsString("Taken back by somebody")))
                .andExpect(content().string(containsString("Apply again")));
    }

    @Test
    void companiesToAskAreListedForASeed() throws Exception {
        records.seed("Taro washer", "A drum washes taro with pebbles and little water.");
        String seed = records.seed("Taro brush", "A brush drum washes taro with little water.");

        send(get("/api/v1/seeds/{n}/companies?limit=5", seed))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].name").value("Owner of Taro washer"))
                .andExpect(jsonPath("$[0].reasons[0]", startsWith("Owns the like: Taro washer")));
        send(get("/api/v1/seeds/S-2000-000001/companies")).andExpect(status().isNotFound());
    }

    private ResultActions page(MockHttpServletRequestBuilder request, String group) throws Exception {
        return http.perform(request.accept(MediaType.TEXT_HTML)
                .with(user("somebody").authorities(new SimpleGrantedAuthority(group))));
    }

    private ResultActions decide(Match match, String body) throws Exception {
        return send(post("/api/v1/matches/{n}/decision", match.number())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .with(user("an-adviser").authorities(new SimpleGrantedAuthority(Roles.ADVISERS))));
    }
}
