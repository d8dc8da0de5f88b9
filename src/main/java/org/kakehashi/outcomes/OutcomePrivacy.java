package org.kakehashi.outcomes;

import org.kakehashi.platform.privacy.ActorColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomePrivacy {

    @Bean
    ActorColumn whoAnsweredTheInquiry() {
        return new ActorColumn("inquiry_answer", "given_by");
    }

    @Bean
    ActorColumn whoseDraft() {
        return new ActorColumn("inquiry_draft", "saved_by");
    }
}
