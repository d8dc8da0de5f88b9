package org.kakehashi.parties;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
class PartyDoorStoryTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    PartyLinks links;

    @Autowired
    Mailbox mailbox;

    MockMvc http;
    String number;
    String link;

    @BeforeEach
    void aCompanyHasALink() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        number = fixture.open().number();
        String reader = mailbox.contact(number, Side.LICENSOR, "Mary Example", "en");
        links.send(number, Side.LICENSOR);
        link = mailbox.link(reader);
    }

    @Test
    void whoeverTriesTooManyInventedLinksIsLetInByNone() throws Exception {
        RequestPostProcessor guesser = from("203.0.113.7");
        http.perform(get(link).with(guesser)).andExpect(status().isOk());
        for (int attempt = 0; attempt < 30; attempt++) {
            http.perform(get("/party/invented-" + attempt).with(guesser)).andExpect(status().isNotFound());
        }
        http.perform(get(link).with(guesser)).andExpect(status().isNotFound());
        http.perform(post(link + "/withdrawal")
                        .param("leaving", "No")
                        .with(csrf())
                        .with(guesser))
                .andExpect(status().isNotFound());
        http.perform(get(link).with(from("203.0.113.8"))).andExpect(status().isOk());
    }

    @Test
    void aFormFromAnotherSiteIsRefused() throws Exception {
        http.perform(post(link + "/withdrawal").param("leaving", "We have sold it."))
                .andExpect(status().isForbidden());
        http.perform(post(link + "/withdrawal")
                        .param("leaving", "We have sold it.")
                        .with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
    }

    @Test
    void theLinkOfACaseThatHasEndedStillOpensItsPage() throws Exception {
        cases.end(number, OutcomeCode.CONCLUDED, "The contract is confirmed.");
        http.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This case has ended")));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
