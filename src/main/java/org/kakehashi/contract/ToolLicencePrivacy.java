package org.kakehashi.contract;

import java.time.Period;
import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.kakehashi.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who asked for a research tool is forgotten once it is over; the licence stays. */
@Configuration(proxyBeanMethods = false)
class ToolLicencePrivacy {

    private static final String ADDRESS = "contact_email = " + PersonalRecords.NOBODY;

    @Bean
    PersonalRecords requestersOfResearchTools() {
        return new PersonalRecords(
                        "Request for a research tool",
                        "tool_licence",
                        "lower(contact_email) = lower(:person)",
                        List.of("number", "organisation", "contact_name", "contact_email", "requested_at"),
                        new Blanked("contact_name = :pseudonym, " + ADDRESS))
                .unless(
                        "status = 'REQUESTED'",
                        "A request of the person's for a research tool is open: decide it first.");
    }

    @Bean
    PersonalRecords unconfirmedRequestersOfResearchTools() {
        return new PersonalRecords(
                "Request for a research tool on the portal",
                "tool_request",
                "lower(email) = lower(:person)",
                List.of("seed_number", "email", "CAST(requester AS text) AS requester", "licence_number", "asked_at"),
                new PersonalRecords.Removed());
    }

    @Bean
    RetentionRule unconfirmedToolRequestsKept() {
        return new RetentionRule(
                "unconfirmed-tool-requests",
                Period.ofDays(7),
                "tool_request",
                "licence_number IS NULL AND asked_at < :before",
                new PersonalRecords.Removed());
    }

    @Bean
    RetentionRule linksToToolRequestsKept() {
        return new RetentionRule(
                "tool-request-links",
                Period.ofYears(1),
                "tool_request",
                "asked_at < :before",
                new PersonalRecords.Removed());
    }

    @Bean
    RetentionRule requestersKept() {
        return new RetentionRule(
                "tool-requesters",
                Period.ofYears(3),
                "tool_licence",
                "status <> 'REQUESTED' AND requested_at < :before AND (ends_on IS NULL OR ends_on < :before)"
                        + " AND contact_name <> ''",
                new Blanked("contact_name = '', " + ADDRESS));
    }
}
