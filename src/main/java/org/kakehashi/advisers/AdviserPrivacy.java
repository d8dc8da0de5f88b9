package org.kakehashi.advisers;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdviserPrivacy {

    @Bean
    PersonalRecords advisersOfTheNetwork() {
        return new PersonalRecords(
                        "Adviser",
                        "adviser",
                        "user_id = :person OR lower(email) = lower(:person)",
                        List.of("user_id", "name", "name_ja", "email", "prefecture", "host"),
                        new Blanked("name = :pseudonym, name_ja = NULL, email = " + PersonalRecords.NOBODY))
                .unless("active", "The adviser is still active: hand over the caseload and end the term first.");
    }
}
