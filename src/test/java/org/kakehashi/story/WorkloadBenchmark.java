package org.kakehashi.story;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.WorkloadBoard;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the workload board takes with 83 advisers of 60 open cases each, the size of the programme, and how many
 * statements it needs. Run by hand: {@code mvn test -Dtest=WorkloadBenchmark}. One case is made by the product and then
 * multiplied.
 */
@HttpTest
class WorkloadBenchmark {

    private static final int ADVISERS = 83;
    private static final int CASES_OF_EACH = 60;
    private static final int ROUNDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    RuntimeService processes;

    @Autowired
    WorkloadBoard board;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void theBoardAtTheSizeOfTheProgramme() {
        staff.engage("scale-manager", Roles.MANAGERS);
        engageAdvisers();
        fill();
        System.out.printf(
                "%n%,d open cases, %,d open tasks, %d advisers; median of %d%n",
                number("SELECT count(*) FROM licensing_case WHERE outcome IS NULL"),
                number("SELECT count(*) FROM act_ru_task"),
                ADVISERS,
                ROUNDS);
        Visitor manager = new Visitor(port).signIn("scale-manager");
        print("lines of all advisers", () -> board.lines(null, null));
        print("cards of one adviser", () -> board.cards(adviser(0)));
        print("page of all advisers", () -> manager.open("/workload").body());
        print("page with one adviser's cards", () -> manager.open("/workload?adviser=" + adviser(0))
                .body());
        print("page of a region", () -> manager.open("/workload?region=KANTO").body());
        print("a directory of the network", () -> manager.open("/advisers").body());
        print("my cases", () -> manager.open("/cases?mine=true").body());
        lookAtIt();
    }

    private void lookAtIt() {
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "scale-manager", Staff.PASSWORD);
            long begin = System.nanoTime();
            page.navigate(address + "/workload?adviser=" + adviser(0));
            System.out.printf("in Chromium, until loaded: %d ms%n", (System.nanoTime() - begin) / 1_000_000);
            Browser.picture(page, "workload-scale");
            page.setViewportSize(390, 844);
            Browser.picture(page, "workload-scale-390");
            page.setViewportSize(1440, 900);
            begin = System.nanoTime();
            page.locator("#all").check();
            page.locator("#to").selectOption(adviser(40));
            page.locator("#reassign button").first().press("Enter");
            page.locator(".said").waitFor();
            System.out.printf(
                    "%s after %d ms: %s%n",
                    "all sixty given to another",
                    (System.nanoTime() - begin) / 1_000_000,
                    page.locator(".said").innerText());
            Browser.picture(page, "workload-scale-moved");
        }
    }

    private void engageAdvisers() {
        Prefecture[] prefectures = Prefecture.values();
        for (int i = 0; i < ADVISERS; i++) {
            staff.engage(adviser(i), Roles.ADVISERS);
            advisers.save(new Adviser(
                    adviser(i),
                    new Adviser.Profile(
                            "Adviser " + i,
                            null,
                            adviser(i) + "@example.jp",
                            prefectures[i % prefectures.length],
                            "Host " + i,
                            Set.of(),
                            Set.of("ja"))));
        }
    }

    /** Cases stand between an adviser and the next but one, and so on around, each in a stage and of an age of its own. */
    private void fill() {
        LicensingCase model = cases.of(fixture.lampCase(adviser(0), adviser(1)));
        Map<String, Object> variables = new HashMap<>(Map.of(
                "caseNumber", model.number(),
                "seedNumber", model.seedNumber(),
                "needNumber", model.needNumber(),
                "licensorAdviser", adviser(0),
                "licenseeAdviser", adviser(1)));
        variables.put("confirmingAdviser", null);
        processes.startProcessInstanceByKey("introduction", model.number(), variables);
        transactions.executeWithoutResult(run -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            copy("licensing_case", "number = '" + model.number() + "'", """
                    'number', 'L-2027-' || lpad(cast(i AS text), 6, '0'), 'match_number', 'M-2027-' || lpad(cast(i AS text), 6, '0'),
                    'licensor_adviser', 'scale-' || i % 83, 'licensee_adviser', 'scale-' || (i + 1 + i / 83) % 83,
                    'stage', (ARRAY['INTRODUCTION','CONFIDENTIALITY','TERMS','APPROVAL','SIGNING'])[1 + i % 5],
                    'move_since', now() - i % 200 * interval '1 day', 'opened_at', now() - i % 700 * interval '1 day'
                    """);
            copy(
                    "act_ru_task",
                    "id_ IN (SELECT task_id_ FROM act_ru_variable WHERE text_ = '" + model.number() + "')",
                    """
                    'id_', 'scale-' || i, 'assignee_', 'scale-' || i % 83,
                    'due_date_', now() + (i % 40 - 10) * interval '1 day'
                    """);
            copy(
                    "act_ru_variable",
                    "name_ = 'caseNumber' AND task_id_ IS NOT NULL AND text_ = '" + model.number() + "'",
                    """
                    'id_', 'scale-' || i, 'task_id_', 'scale-' || i, 'var_scope_', 'scale-' || i, 'text_', 'L-2027-' || lpad(cast(i AS text), 6, '0')
                    """);
        });
        for (String table : List.of("licensing_case", "act_ru_task", "act_ru_variable")) {
            jdbc.sql("ANALYZE " + table).update();
        }
    }

    /** Multiplies one row, with these columns changed. */
    private void copy(String table, String row, String changed) {
        jdbc.sql("""
                        INSERT INTO %1$s SELECT (jsonb_populate_record(one, jsonb_build_object(%3$s))).*
                        FROM %1$s one, generate_series(0, %4$d) i
                        WHERE one.ctid = (SELECT ctid FROM %1$s WHERE %2$s LIMIT 1)
                        """.formatted(table, row, changed, ADVISERS * CASES_OF_EACH / 2 - 1))
                .update();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void print(String what, Supplier<?> work) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            work.get();
            times.add(System.nanoTime() - begin);
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-32s %6.1f ms%n",
                what,
                Duration.ofNanos(times.get(ROUNDS / 2)).toNanos() / 1e6);
    }

    private static String adviser(int i) {
        return "scale-" + i;
    }
}
