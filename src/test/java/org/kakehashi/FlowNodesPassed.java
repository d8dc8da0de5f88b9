package org.kakehashi;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Remembers which flow nodes the process tests have passed so far, whichever database holds their history. */
public class FlowNodesPassed implements AfterAllCallback {

    private static final Set<FlowNode> PASSED = new HashSet<>();
    private static final Set<String> TESTS = new HashSet<>();

    public record FlowNode(String process, String id) {}

    public static boolean contain(FlowNode node) {
        return PASSED.contains(node);
    }

    /** The names of the test classes that have run. */
    public static Set<String> tests() {
        return Set.copyOf(TESTS);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TESTS.add(context.getRequiredTestClass().getName());
        PASSED.addAll(SpringExtension.getApplicationContext(context)
                .getBean(JdbcTemplate.class)
                .query(
                        "SELECT DISTINCT proc_def_key_, act_id_ FROM act_hi_actinst",
                        (row, number) -> new FlowNode(row.getString(1), row.getString(2))));
    }
}
