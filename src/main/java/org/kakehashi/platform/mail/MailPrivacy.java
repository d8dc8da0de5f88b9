package org.kakehashi.platform.mail;

import java.time.Period;
import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.kakehashi.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailPrivacy {

    @Bean
    PersonalRecords letters() {
        return new PersonalRecords(
                "Letter",
                "mail",
                "lower(recipient) = lower(:person)",
                List.of("recipient", "subject", "written_at", "sent_at"),
                new Removed());
    }

    @Bean
    RetentionRule lettersKept() {
        return new RetentionRule(
                "mails", Period.ofYears(1), "mail", "state <> 'WAITING' AND written_at < :before", new Removed());
    }
}
