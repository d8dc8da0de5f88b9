package org.kakehashi.parties;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kakehashi.platform.privacy.ActorNames;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.kakehashi.platform.privacy.RetentionRule;
import org.kakehashi.shared.Side;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PartyPrivacy {

    private static final String FORGOTTEN =
            "email = " + PersonalRecords.NOBODY + ", revoked_at = coalesce(revoked_at, now())";

    @Bean
    PersonalRecords contactsWithALink() {
        return new PersonalRecords(
                        "Link to a case",
                        "party_link",
                        "lower(email) = lower(:person)",
                        List.of("case_number", "side", "name", "email", "language", "issued_at", "used_at"),
                        new Blanked("name = :pseudonym, " + FORGOTTEN))
                .unless(
                        "EXISTS (SELECT FROM licensing_case WHERE number = case_number AND outcome IS NULL)",
                        "A case of the person's company is open: name another contact and wait for its end first.");
    }

    @Bean
    RetentionRule contactsWithALinkKept() {
        return new RetentionRule(
                "links",
                Period.ofYears(5),
                "party_link",
                "email <> " + PersonalRecords.NOBODY
                        + " AND EXISTS (SELECT FROM licensing_case WHERE number = case_number"
                        + " AND ended_at < :before)",
                new Blanked("name = '', " + FORGOTTEN));
    }

    @Bean
    ActorNames contactsThatActed(JdbcClient jdbc) {
        return (person, pseudonym) -> jdbc
                .sql("SELECT DISTINCT name, side FROM party_link WHERE lower(email) = lower(?)")
                .param(person)
                .query((row, index) -> Map.entry(row.getString("name"), Side.valueOf(row.getString("side"))))
                .stream()
                .collect(Collectors.toMap(
                        link -> PartyLink.actor(link.getKey(), link.getValue()),
                        link -> PartyLink.actor(pseudonym, link.getValue())));
    }
}
