package org.kakehashi.platform.privacy;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineAccounts {

    static final String WHOSE = "id_ = :person OR lower(email_) = lower(:person)";

    @Bean
    PersonalRecords accounts() {
        return new PersonalRecords(
                        "Account",
                        "act_id_user",
                        WHOSE,
                        List.of("id_ AS user_name", "first_ AS first_name", "last_ AS last_name", "email_ AS email"),
                        new Removed())
                .unless(
                        "EXISTS (SELECT FROM act_id_membership WHERE user_id_ = id_)",
                        "The account still belongs to groups: take it out of them in Camunda Admin first.");
    }
}
