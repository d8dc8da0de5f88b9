package org.kakehashi.consultation;

import java.time.Period;
import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.kakehashi.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who asked is forgotten; the question and its answer stay, as statistics and later askers need them. */
@Configuration(proxyBeanMethods = false)
class ConsultationPrivacy {

    private static final String FORGOTTEN =
            "email = CASE WHEN channel = 'PORTAL' THEN " + PersonalRecords.NOBODY + " END, phone = NULL";

    @Bean
    PersonalRecords askers() {
        return new PersonalRecords(
                        "Question to the programme",
                        "consultation",
                        "lower(email) = lower(:person)",
                        List.of("number", "asker", "organisation", "email", "phone", "prefecture", "asked_at"),
                        new Blanked("asker = :pseudonym, " + FORGOTTEN))
                .unless("closed_at IS NULL", "A question of the person's is open: answer or dismiss it first.");
    }

    @Bean
    RetentionRule askersKept() {
        return new RetentionRule(
                "askers",
                Period.ofYears(3),
                "consultation",
                "closed_at < :before AND asker <> ''",
                new Blanked("asker = '', " + FORGOTTEN));
    }
}
