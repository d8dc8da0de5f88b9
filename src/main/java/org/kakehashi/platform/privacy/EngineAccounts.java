package org.kakehashi.platform.privacy;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineAccounts {

    @Bean
    PersonalRecords accounts() {
        return new PersonalRecords(
                        "Account",
                        "act_id_user",
                        ":person IN (id_, lower(email_))",
                        List.of("id_ AS user_name", "first_ AS first_name", "last_ AS last_name", "email_ AS email"),
                        new Removed())
                .unless(
                        "EXISTS (SELECT FROM act_id_membership WHERE user_id_ = id_)",
                        "The account still belongs to groups: take it out of them in Camunda Admin first.");
    }
}
