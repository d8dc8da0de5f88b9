package org.kakehashi;

import org.kakehashi.platform.audit.AuditVerification;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@EnableAsync
@Modulithic(
        systemName = "Kakehashi",
        sharedModules = {"shared", "platform"})
public class KakehashiApplication {

    public static void main(String[] arguments) {
        if (AuditVerification.isMeantBy(arguments)) {
            System.exit(AuditVerification.run(arguments));
        }
        SpringApplication.run(KakehashiApplication.class, arguments);
    }
}
