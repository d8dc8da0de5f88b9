package org.kakehashi.outcomes;

import org.kakehashi.platform.metrics.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InquiryMeasures {

    @Bean
    Measure unsettledInquiries() {
        return new Measure("kakehashi.inquiries.unsettled", null, "Yearly inquiries without an end", "state", """
                SELECT tag, count(number) AS value
                FROM (VALUES ('OPEN'), ('ASKED_BACK'), ('VISIT'), ('REVIEW')) states (tag)
                LEFT JOIN inquiry ON state = tag AND settled_at IS NULL GROUP BY tag
                """);
    }
}
