package org.kakehashi.registry;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is named as an owner's contact for a research tool. */
@Configuration(proxyBeanMethods = false)
class ResearchToolPrivacy {

    @Bean
    PersonalRecords contactsForResearchTools() {
        return new PersonalRecords(
                "Contact for a research tool",
                "research_tool",
                "lower(contact_email) = lower(:person)",
                List.of("seed_number", "contact_name", "contact_email"),
                new Blanked("contact_name = '', contact_email = ''"));
    }
}
