package org.kakehashi.directory;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryPrivacy {

    @Bean
    PersonalRecords contactsOfOrganisations() {
        return new PersonalRecords(
                "Contact of an organisation",
                "organisation",
                "lower(contact_email) = lower(:person)",
                List.of("name AS organisation", "contact_name", "contact_email", "contact_phone", "contact_language"),
                new Blanked(
                        "contact_name = NULL, contact_email = NULL, contact_phone = NULL, contact_language = NULL"));
    }
}
