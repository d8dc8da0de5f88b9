package org.kakehashi.platform.imports;

import java.time.Period;
import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Blanked;
import org.kakehashi.platform.privacy.PersonalRecords.Removed;
import org.kakehashi.platform.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportPrivacy {

    @Bean
    PersonalRecords rejectedRows() {
        return new PersonalRecords(
                "Row that an import turned down",
                "import_reject",
                "position('@' IN :person) > 0 AND position(lower(:person) IN lower(row_text)) > 0",
                List.of("job", "line", "reason", "row_text"),
                new Removed());
    }

    @Bean
    RetentionRule rejectedRowsKept() {
        return new RetentionRule(
                "rejected-rows",
                Period.ofMonths(3),
                "import_reject",
                "row_text <> '' AND job IN (SELECT id FROM import_job WHERE finished_at < :before)",
                new Blanked("row_text = ''"));
    }

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
