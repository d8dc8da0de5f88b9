package org.kakehashi.platform.camunda;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.kakehashi.shared.Refusal;

/**
 * The expressions a task query may carry: those that Tasklist's own filters need. The engine looks at a query's own
 * expressions but not at those of its alternatives ("or" queries), through which any expression could run
 * (CVE-2026-109432).
 */
public class HarmlessExpressions extends CommandInterceptor {

    private static final Set<String> LITERAL = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
    private static final Pattern DATE =
            Pattern.compile("\\$\\{(now|dateTime)\\(\\)(\\.(plus|minus)(Days|Weeks|Months|Years)\\(\\d{1,4}\\))?}");

    public static boolean allow(String expression) {
        return LITERAL.contains(expression) || DATE.matcher(expression).matches();
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            query.getQueries().stream()
                    .flatMap(alternative -> alternative.getExpressions().values().stream())
                    .filter(expression -> !allow(expression))
                    .findFirst()
                    .ifPresent(expression -> {
                        throw Refusal.invalid("Expressions are not allowed in queries.");
                    });
        }
        return next.execute(command);
    }
}
