package org.kakehashi.negotiation;

import org.kakehashi.platform.privacy.ActorColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NegotiationPrivacy {

    @Bean
    ActorColumn whoAnswered() {
        return new ActorColumn("party_answer", "given_by");
    }

    @Bean
    ActorColumn whoOffered() {
        return new ActorColumn("term_round", "proposed_by");
    }
}
