package org.kakehashi.platform.imports;

import java.time.Period;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.kakehashi.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportPrivacy {

    @Bean
    RetentionRule rejectsKept() {
        return new RetentionRule(
                "rejects",
                Period.ofYears(1),
                "import_reject",
                "job IN (SELECT id FROM import_job WHERE finished_at < :before)",
                new Removed());
    }
}
