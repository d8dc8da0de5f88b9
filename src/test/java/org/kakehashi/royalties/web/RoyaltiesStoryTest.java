package org.kakehashi.royalties.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.royalties.Obligation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Obligations, statements, payments and shares as callers over REST see them. */
@ProcessTest
class RoyaltiesStoryTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private ConfirmedContract confirmed;

    private MockMvc http;

    @BeforeEach
    void atTheDoor() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void aStatementIsEnteredAndItsRoyaltyPaid() throws Exception {
        String contract = confirmed.create();
        String report = confirmed.first(contract, Obligation.Kind.ROYALTY_REPORT);
        EngineTime.pass(Duration.ofDays(370));
        send(post(address(contract, "statements")), """
                {"obligation": "%s", "netSales": 3000000}
                """.formatted(report), Roles.REGISTRARS)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.royalty.amount").value(150_000));
        String royalty = confirmed.first(contract, Obligation.Kind.ROYALTY);
        send(post(address(contract, "payments")), """
                {"obligation": "%s", "amount": {"amount": 150000, "currency": "JPY"}, "receivedOn": "%s"}
                """.formatted(royalty, "2026-01-01"), Roles.INTEGRATORS)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.lateInterest.amount").value(0));
        send(get(address(contract, "obligations")), null, Roles.LEGAL)
                .andExpect(jsonPath("$[?(@.number == '%s')].status".formatted(royalty))
                        .value("SETTLED"));
        send(get(address(contract, "payments")), null, Roles.LEGAL)
                .andExpect(jsonPath("$.length()").value(1));
        send(get(address(contract, "statements")), null, Roles.LEGAL)
                .andExpect(jsonPath("$[0].agreementVersion").value(1));
        send(post(address(contract, "statements/" + report + "/audit")), "{\"netSales\": 4000000}", Roles.INTEGRATORS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.auditCostMoves").value(true));
    }

    @Test
    void theAgreementReadsInWords() throws Exception {
        send(get(address(confirmed.create(), "agreements")), null, Roles.LEGAL)
                .andExpect(jsonPath("$[0].inWords", containsString("5 % of net sales, 2 % above JPY 10,000,000")));
    }

    @Test
    void negativeSalesAreRefusedAndChangeNothing() throws Exception {
        String contract = confirmed.create();
        send(
                        post(address(contract, "statements")),
                        """
                {"obligation": "%s", "netSales": -1}
                """.formatted(confirmed.first(contract, Obligation.Kind.ROYALTY_REPORT)),
                        Roles.INTEGRATORS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("net sales cannot be negative")));
        send(get(address(contract, "statements")), null, Roles.LEGAL)
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void sharesOf10001PercentAreRefusedAndChangeNothing() throws Exception {
        String contract = confirmed.create();
        String shares = """
                {"parts": [{"patent": "JP 1", "percent": 50}, {"patent": "JP 2", "percent": %s}]}
                """;
        send(put(address(contract, "shares")), shares.formatted("50"), Roles.REGISTRARS)
                .andExpect(status().isOk());
        send(put(address(contract, "shares")), shares.formatted("50.01"), Roles.REGISTRARS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("100.01 %")));
        send(get(address(contract, "shares")), null, Roles.LEGAL)
                .andExpect(jsonPath("$[1].percent").value(50.0));
    }

    @Test
    void sharesOf9999PercentAreRefusedOnTheContractsPageAndKeptAsTyped() throws Exception {
        String contract = confirmed.create();
        String page = http.perform(post("/contracts/" + contract + "/shares")
                        .param("shares", "JP 1 50\nJP 2 49.99")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(SecurityMockMvcRequestPostProcessors.user("integrator")
                                .authorities(new SimpleGrantedAuthority(Roles.REGISTRARS))))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("The shares total 99.99 %: they must total exactly 100 %.", "JP 2 49.99");
        send(get(address(contract, "shares")), null, Roles.LEGAL)
                .andExpect(jsonPath("$.length()").value(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            statements | {"obligation": "%s", "netSales": -1}                  | net sales cannot be negative
            statements | {"obligation": "%s", "netSales": 1.234}               | at most two decimals
            statements | {"obligation": "%s", "netSales": 1e30}                | too high
            statements | {"obligation": "%s", "netSales": 1, "units": -1}      | units cannot be negative
            statements | {"obligation": "%s", "netSales": 1, "units": 9999999999999} | units is too high
            statements | {"obligation": "%s", "netSales": "many"}              | netSales
            statements | {"obligation": "%s"}                                  | must be given
            payments   | {"obligation": "%s", "amount": {"amount": -1, "currency": "JPY"}, "receivedOn": "2026-01-01"} | cannot be negative
            payments   | {"obligation": "%s", "amount": {"amount": 1.5, "currency": "JPY"}, "receivedOn": "2026-01-01"} | finer than the smallest unit
            payments   | {"obligation": "%s", "amount": {"amount": 1, "currency": "XXY"}, "receivedOn": "2026-01-01"} | currency
            payments   | {"obligation": "%s", "amount": {"amount": 1, "currency": "JPY"}, "receivedOn": "soon"} | receivedOn
            audits     | {"obligation": "%s", "netSales": -1}                  | net sales cannot be negative
            shares     | {"parts": [{"patent": "JP 1", "percent": 99.99}]}     | 99.99
            changes    | {"kind": "GIFT"}                                      | kind
            """)
    void aWrongEntryIsAnsweredWithASentenceAndChangesNothing(String door, String body, String words) throws Exception {
        String contract = confirmed.create();
        String report = confirmed.first(contract, Obligation.Kind.ROYALTY_REPORT);
        EngineTime.pass(Duration.ofDays(370));
        MockHttpServletRequestBuilder request =
                door.equals("shares") ? put(address(contract, door)) : post(address(contract, door));
        send(request, body.formatted(report), Roles.INTEGRATORS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString(words)));
        send(get(address(contract, "statements")), null, Roles.LEGAL)
                .andExpect(jsonPath("$.length()").value(0));
        send(get(address(contract, "payments")), null, Roles.LEGAL)
                .andExpect(jsonPath("$.length()").value(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreements",
                "obligations",
                "statements",
                "payments",
                "shares",
                "parties",
                "reminders",
                "submissions/C-2026-000001-01"
            })
    void whoIsNobodyOrAsksForAnUnknownContractIsTurnedAway(String part) throws Exception {
        http.perform(get(address("C-2026-000001", part))).andExpect(status().isUnauthorized());
        send(get(address("C-1999-999999", part)), null, Roles.INTEGRATORS)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no contract C-1999-999999."));
        send(get(address(confirmed.create(), part)), null, Roles.ADVISERS).andExpect(status().isForbidden());
    }

    @Test
    void aDoubtedStatementIsAuditedAndWhatTheBooksShowBecomesDue() throws Exception {
        String contract = confirmed.create();
        String report = confirmed.first(contract, Obligation.Kind.ROYALTY_REPORT);
        EngineTime.pass(Duration.ofDays(370));
        String stated = "{\"obligation\": \"%s\", \"netSales\": %s}";
        send(post(address(contract, "statements")), stated.formatted(report, "3000000"), Roles.REGISTRARS)
                .andExpect(status().isCreated());
        for (int doubts = 0; doubts < 2; doubts++) {
            send(post(address(contract, "audits")), stated.formatted(report, "4000000"), Roles.REGISTRARS)
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.shortfall.amount").value(50_000));
        }
        String audit = confirmed.first(contract, Obligation.Kind.AUDIT);
        String result = "{\"netSales\": 4000000, \"cost\": {\"amount\": 70000, \"currency\": \"%s\"}}";
        send(post(address(contract, "audits/" + audit + "/result")), result.formatted("USD"), Roles.REGISTRARS)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("reckons in JPY")));
        send(post(address(contract, "audits/" + audit + "/result")), result.formatted("JPY"), Roles.REGISTRARS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.auditCostMoves").value(true));
        send(get(address(contract, "obligations")), null, Roles.LEGAL)
                .andExpect(jsonPath("$[?(@.kind == 'AUDIT')].status").value("SETTLED"))
                .andExpect(
                        jsonPath("$[?(@.kind == 'AUDIT_COST')].amount.amount").value(70_000));
    }

    @Test
    void aStatementIsDoubtedOnTheContractsPage() throws Exception {
        String contract = confirmed.create();
        String report = confirmed.first(contract, Obligation.Kind.ROYALTY_REPORT);
        EngineTime.pass(Duration.ofDays(370));
        send(
                        post(address(contract, "statements")),
                        "{\"obligation\": \"%s\", \"netSales\": 3000000}".formatted(report),
                        Roles.REGISTRARS)
                .andExpect(status().isCreated());
        doubt(contract, report, "a lot").andExpect(content().string(containsString("Give the net sales as a number")));
        doubt(contract, report, "2,000,000").andExpect(content().string(containsString("does not fall short of that")));
        assertThat(page(contract, Roles.REGISTRARS)).doesNotContain("Audit of the books");
        doubt(contract, report, "4,000,000").andExpect(status().is3xxRedirection());
        assertThat(page(contract, Roles.REGISTRARS)).contains("Audit of the books", "25.00 % of the royalty");
    }

    private ResultActions doubt(String contract, String report, String known) throws Exception {
        return http.perform(post("/contracts/" + contract + "/audits")
                .param("statement", report)
                .param("netSales", known)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(SecurityMockMvcRequestPostProcessors.user("integrator")
                        .authorities(new SimpleGrantedAuthority(Roles.REGISTRARS))));
    }

    @Test
    void aChangeIsBegunOnceAtATime() throws Exception {
        String contract = confirmed.create();
        send(post(address(contract, "changes")), "{\"kind\": \"AMENDMENT\"}", Roles.INTEGRATORS)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("BEGUN"));
        send(post(address(contract, "changes")), "{\"kind\": \"RENEWAL\"}", Roles.INTEGRATORS)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("is being changed already")));
    }

    @Test
    void whoHasNoPartInTheContractSeesNothingOfIt() throws Exception {
        send(get(address(confirmed.create(), "obligations")), null, Roles.SUPERVISORS)
                .andExpect(status().isForbidden());
    }

    @Test
    void theContractsPageShowsWhatItDemandsAndWhatIsOverdue() throws Exception {
        String contract = confirmed.create();
        EngineTime.pass(Duration.ofDays(31));
        String page = page(contract, Roles.REGISTRARS);
        assertThat(page).contains(contract, "Parties at signing", "Upfront payment", "JPY 3,000,000", "overdue");
        assertThat(page).contains("5 % of net sales, 2 % above JPY 10,000,000", "Version 1");
    }

    @Test
    void thePageKeepsTheTermsToThoseWhoWorkOnTheCase() throws Exception {
        assertThat(page(confirmed.create(), Roles.SUPERVISORS))
                .contains("Parties at signing", "open to those who work on the case")
                .doesNotContain("JPY", "of net sales");
    }

    private String page(String contract, String role) throws Exception {
        return send(get("/contracts/" + contract), null, role)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String address(String contract, String part) {
        return "/api/v1/contracts/" + contract + "/" + part;
    }

    private ResultActions send(MockHttpServletRequestBuilder request, @Nullable String body, String role)
            throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return http.perform(request.with(
                SecurityMockMvcRequestPostProcessors.user("integrator").authorities(new SimpleGrantedAuthority(role))));
    }
}
