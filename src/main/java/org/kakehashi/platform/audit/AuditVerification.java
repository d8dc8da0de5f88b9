package org.kakehashi.platform.audit;

import java.util.List;
import org.kakehashi.platform.persistence.DatabaseConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The command {@code --kakehashi.audit.verify=true}: verifies the trail beside a running application and ends. */
@Import({DatabaseConfiguration.class, AuditChain.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class AuditVerification {

    private static final String COMMAND = "--kakehashi.audit.verify=true";

    AuditVerification() {}

    public static boolean isMeantBy(String... arguments) {
        return List.of(arguments).contains(COMMAND);
    }

    /** Says what it found. @return the exit code: 0 where all is as it was written, otherwise 1 */
    public static int run(String... arguments) {
        try (var context = new SpringApplicationBuilder(AuditVerification.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            AuditChain.Verdict verdict = context.getBean(AuditChain.class).verify();
            System.out.printf(
                    "The audit trail has %d sealed entries; the last one's hash is %s.%n%s%n",
                    verdict.entries(),
                    verdict.head(),
                    verdict.fault() == null ? "All is as it was written." : verdict.fault());
            return verdict.fault() == null ? 0 : 1;
        }
    }
}
