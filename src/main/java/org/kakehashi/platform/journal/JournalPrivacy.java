package org.kakehashi.platform.journal;

import org.kakehashi.platform.privacy.ActorColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JournalPrivacy {

    @Bean
    ActorColumn whoActs() {
        return new ActorColumn("journal_entry", "actor");
    }
}
