package org.kakehashi.documents;

import org.kakehashi.platform.privacy.ActorColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentPrivacy {

    @Bean
    ActorColumn whoAddedDocuments() {
        return new ActorColumn("document_version", "author");
    }

    @Bean
    ActorColumn whoReadDocuments() {
        return new ActorColumn("document_access", "reader");
    }
}
