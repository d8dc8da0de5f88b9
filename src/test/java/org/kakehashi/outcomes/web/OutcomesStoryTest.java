package org.kakehashi.outcomes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.outcomes.FiscalYear;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.LicenceKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The register and its outcomes as callers over REST see them. */
@ProcessTest
class OutcomesStoryTest {

    private static final String FIGURES = """
            {"salesYen": %s, "jobs": 4, "investmentYen": 8000000, "costSavedYen": 0, "source": "Inquiry"}
            """;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private AgreedCases agreedCases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Clock clock;

    private MockMvc http;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void theImpactOfAYearIsKeptAndReportedAnewInItsPlace() throws Exception {
        String address = impactOf(confirmed(), year());
        send(put(address), FIGURES.formatted("42000000"), Roles.INTEGRATORS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.salesYen").value(42_000_000));
        send(put(address), FIGURES.formatted("45000000"), Roles.INTEGRATORS).andExpect(status().isOk());
        send(get(address), null, Roles.INTEGRATORS)
                .andExpect(jsonPath("$.salesYen").value(45_000_000))
                .andExpect(jsonPath("$.fiscalYear").value(year()));
    }

    @Test
    void aNegativeFigureAYearBeforeTheSigningAndOneToComeAreRefused() throws Exception {
        String contract = confirmed();
        send(put(impactOf(contract, year())), FIGURES.formatted("-1"), Roles.INTEGRATORS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("sales cannot be negative")));
        send(put(impactOf(contract, year() - 1)), FIGURES.formatted("1"), Roles.INTEGRATORS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("no impact before")));
        send(put(impactOf(contract, year() + 1)), FIGURES.formatted("1"), Roles.INTEGRATORS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("has not begun")));
        send(get(impactOf(contract, year())), null, Roles.INTEGRATORS).andExpect(status().isNotFound());
    }

    @Test
    void aContractThatDoesNotCountYetHasNoImpact() throws Exception {
        String contract = signed(LicenceKind.NON_EXCLUSIVE).number();
        send(put(impactOf(contract, year())), FIGURES.formatted("1"), Roles.INTEGRATORS)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("only a confirmed contract")));
    }

    @Test
    void theStatisticsCountConfirmedContractsAndEndWithTheRules() throws Exception {
        confirmed();
        int counted = contracts.confirmed().size();
        send(get("/api/v1/statistics/contracts"), null, Roles.SUPERVISORS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contracts").value(counted))
                .andExpect(jsonPath("$.countingRules.length()").value(5));
        send(get("/api/v1/statistics/contracts?to=1999"), null, Roles.SUPERVISORS)
                .andExpect(jsonPath("$.contracts").value(0));
    }

    @Test
    void thePriceIsForThoseWhoWorkOnTheCase() throws Exception {
        String address =
                "/api/v1/contracts/" + signed(LicenceKind.NON_EXCLUSIVE).number();
        send(get(address), null, Roles.LEGAL)
                .andExpect(jsonPath("$.price.royaltyPercent").value(3.5));
        send(get(address), null, Roles.SUPERVISORS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.price").doesNotExist());
        send(get("/api/v1/contracts/C-2000-000001"), null, Roles.LEGAL).andExpect(status().isNotFound());
    }

    @Test
    void theListIsFilteredBySeed() throws Exception {
        Contract contract = signed(LicenceKind.NON_EXCLUSIVE);
        send(get("/api/v1/contracts?seed=" + contract.seedNumber()), null, Roles.INTEGRATORS)
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].number").value(contract.number()));
    }

    @Test
    void aReceiptIsTakenFromRegistrarsOnlyAndOnlyWhereOneIsAwaited() throws Exception {
        String address =
                "/api/v1/contracts/" + signed(LicenceKind.NON_EXCLUSIVE).number() + "/registration";
        String receipt = "{\"receiptNumber\":\"2026-1\",\"receivedOn\":\"%s\"}".formatted(LocalDate.now(clock));
        send(post(address), receipt, Roles.ADVISERS).andExpect(status().isForbidden());
        send(post(address), receipt, Roles.REGISTRARS)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("needs no registration")));
    }

    private Contract signed(LicenceKind kind) throws Exception {
        return agreedCases.signed(agreedCases.seed(), AgreedCases.terms(kind, "Pumps", "Japan"));
    }

    private String confirmed() throws Exception {
        String number = signed(LicenceKind.NON_EXCLUSIVE).number();
        as("adviser-hyogo", () -> contracts.report(number, "Concluded."));
        as("manager-1", () -> contracts.confirm(number));
        assertThat(contracts.of(number).status()).isEqualTo(Contract.Status.CONFIRMED);
        return number;
    }

    private static void as(String user, Runnable deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        try {
            deed.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private int year() {
        return FiscalYear.of(LocalDate.now(clock));
    }

    private static String impactOf(String contract, int year) {
        return "/api/v1/contracts/" + contract + "/impacts/" + year;
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body, String role) throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return http.perform(request.with(
                SecurityMockMvcRequestPostProcessors.user("integrator").authorities(new SimpleGrantedAuthority(role))));
    }
}
