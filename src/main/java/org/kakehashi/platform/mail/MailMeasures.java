package org.kakehashi.platform.mail;

import org.kakehashi.platform.metrics.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailMeasures {

    @Bean
    Measure unsentMails() {
        return new Measure("kakehashi.mails", null, "Letters that have not left", "state", """
                SELECT 'waiting' AS tag, count(*) AS value FROM mail WHERE state = 'WAITING'
                UNION ALL SELECT 'given_up', count(*) FROM mail WHERE state = 'GIVEN_UP'
                """);
    }

    @Bean
    Measure delayOfMails() {
        return new Measure(
                "kakehashi.mail.delay",
                "seconds",
                "For how long the longest waiting letter has been written",
                null,
                "SELECT coalesce(extract(epoch FROM :now - min(written_at)), 0) AS value FROM mail WHERE state = 'WAITING'");
    }
}
