package org.kakehashi.royalties;

import org.kakehashi.platform.privacy.ActorColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoyaltyPrivacy {

    @Bean
    ActorColumn whoStated() {
        return new ActorColumn("submission", "given_by");
    }

    @Bean
    ActorColumn whoseStatement() {
        return new ActorColumn("royalty_statement", "given_by");
    }
}
