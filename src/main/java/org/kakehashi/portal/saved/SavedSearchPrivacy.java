package org.kakehashi.portal.saved;

import java.time.Period;
import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.kakehashi.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a mail address is told of is about the person behind it: it goes with the person. */
@Configuration(proxyBeanMethods = false)
class SavedSearchPrivacy {

    @Bean
    PersonalRecords visitorsSearches() {
        return new PersonalRecords(
                "Saved search",
                "saved_search",
                "lower(email) = lower(:person)",
                List.of("email", "words", "query", "saved_at", "confirmed_at"),
                new Removed());
    }

    @Bean
    RetentionRule unconfirmedSearchesKept() {
        return new RetentionRule(
                "unconfirmed-searches",
                Period.ofDays(7),
                "saved_search",
                "confirmed_at IS NULL AND saved_at < :before",
                new Removed());
    }

    @Bean
    RetentionRule linksToSearchesKept() {
        return new RetentionRule(
                "search-links", Period.ofYears(1), "saved_search_link", "made_at < :before", new Removed());
    }
}
