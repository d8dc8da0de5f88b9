package org.kakehashi.negotiation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.kakehashi.negotiation.process.TermsDesk.LICENSEE_ADVISER;
import static org.kakehashi.negotiation.process.TermsDesk.LICENSOR_ADVISER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.Desk;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.TermsDesk;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
class OfferStoryTest {

    private static final String ACCEPT = """
            {"round": 1, "side": "LICENSEE", "decision": "ACCEPT"}
            """;

    @Autowired
    WebApplicationContext application;

    @Autowired
    TermsDesk terms;

    @Autowired
    Desk desk;

    @Autowired
    TermSheets sheets;

    MockMvc http;
    String number;

    @BeforeEach
    void anOfferIsOnTheTable() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        number = terms.openTerms();
        terms.offer(number);
    }

    @Test
    void anIntegratorAcceptsForASideAndASecondClickIsAConflict() throws Exception {
        answer(integrator(), ACCEPT)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.round").value(1))
                .andExpect(jsonPath("$.state").value("ACCEPTED"))
                .andExpect(jsonPath("$.answeredBy").value("integrator"));
        assertThat(desk.open(number)).containsExactly("Task_ApproveTerms");
        answer(integrator(), ACCEPT)
                .andExpect(status().isConflict())
                .andExpect(
                        jsonPath("$.detail").value("Round 1 of case " + number + " is closed: its offer is accepted."));
    }

    @Test
    void theAdviserOfASideCountersForIt() throws Exception {
        answer(adviser(LICENSEE_ADVISER), counter("500000", "2.5"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.round").value(2))
                .andExpect(jsonPath("$.proposer").value("LICENSEE"))
                .andExpect(jsonPath("$.terms.royaltyPercent").value(2.5));
        assertThat(desk.task(number, "Task_AnswerOffer").getAssignee()).isEqualTo(LICENSOR_ADVISER);
    }

    @Test
    void nobodyElseAnswersForASide() throws Exception {
        answer(adviser(LICENSOR_ADVISER), ACCEPT).andExpect(status().isForbidden());
        answer(adviser("terms-stranger"), ACCEPT)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail")
                        .value("Only the adviser of the licensee of " + number + " speaks for it."));
        assertNothingChanged();
    }

    @Test
    void aRejectionWithoutReasonIsRefused() throws Exception {
        answer(
                        integrator(),
                        "{\"round\": 1, \"side\": \"LICENSEE\", \"decision\": \"REJECT\", \"outcome\": \"DECLINED_FIT\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("Give the reason for the rejection in a sentence."));
        assertNothingChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 3, The upfront payment cannot be negative.",
        "0, 101, A running royalty of 101 %",
        "0, -2, negative"
    })
    void wrongTermsAreRefusedInASentence(String upfrontYen, String royaltyPercent, String sentence) throws Exception {
        answer(integrator(), counter(upfrontYen, royaltyPercent))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString(sentence)));
        assertNothingChanged();
    }

    @Test
    void anAnswerWithoutRoundSideAndDecisionIsRefused() throws Exception {
        answer(integrator(), "{}").andExpect(status().isBadRequest());
        assertNothingChanged();
    }

    @Test
    void anUnknownCaseIsNotFound() throws Exception {
        http.perform(get("/api/v1/cases/L-1999-000001/rounds").with(integrator()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theRoundsAreListedAndTwoOfThemCompared() throws Exception {
        terms.counter(number, 500_000);
        http.perform(get(rounds()).with(adviser(LICENSOR_ADVISER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].state").value("COUNTERED"))
                .andExpect(jsonPath("$[1].terms.upfrontYen").value(500000));
        http.perform(get(rounds())
                        .queryParam("left", "1")
                        .queryParam("right", "2")
                        .with(adviser(LICENSOR_ADVISER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.same == false)].label").value("Upfront payment"))
                .andExpect(jsonPath("$[?(@.same == false)].left").value("JPY 1,000,000"))
                .andExpect(jsonPath("$[?(@.same == false)].right").value("JPY 500,000"));
        http.perform(get(rounds())
                        .queryParam("left", "1")
                        .queryParam("right", "9")
                        .with(integrator()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theTermsAreClosedToAdvisersOfOtherCases() throws Exception {
        http.perform(get(rounds()).with(adviser("terms-stranger"))).andExpect(status().isForbidden());
    }

    private ResultActions answer(RequestPostProcessor who, String body) throws Exception {
        return http.perform(post("/api/v1/cases/" + number + "/offers/answer")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who));
    }

    private void assertNothingChanged() {
        assertThat(sheets.of(number).rounds())
                .singleElement()
                .extracting(Round::state)
                .isEqualTo(Round.State.OPEN);
        assertThat(desk.open(number)).containsExactly("Task_AnswerOffer");
    }

    private String rounds() {
        return "/api/v1/cases/" + number + "/rounds";
    }

    private static String counter(String upfrontYen, String royaltyPercent) {
        return """
                {"round": 1, "side": "LICENSEE", "decision": "COUNTER", "reason": "Too dear",
                 "terms": {"licenceKind": "NON_EXCLUSIVE", "fieldOfUse": "Lamps", "territory": "Japan",
                           "acts": ["MAKE", "SELL"], "termYears": 5, "sublicensing": "NOT_ALLOWED",
                           "upfrontYen": %s, "royaltyPercent": %s, "minimumAnnualYen": 0}}
                """.formatted(upfrontYen, royaltyPercent);
    }

    private static RequestPostProcessor integrator() {
        return user("integrator").authorities(new SimpleGrantedAuthority(Roles.INTEGRATORS));
    }

    private static RequestPostProcessor adviser(String name) {
        return user(name).authorities(new SimpleGrantedAuthority(Roles.ADVISERS));
    }
}
