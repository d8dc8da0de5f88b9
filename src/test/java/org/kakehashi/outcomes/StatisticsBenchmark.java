package org.kakehashi.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.kakehashi.TestDatabase;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long the reports, the dashboard and an adviser's home take over 100,000 contracts, 132,500 cases and 1,000,000 tasks of
 * history, and how long the same takes in SQL over the records and the engine's history, in one run. Run by hand: {@code mvn test -Dtest=StatisticsBenchmark}.
 */
class StatisticsBenchmark {

    private static final int ROUNDS = Integer.getInteger("kakehashi.benchmark.rounds", 15);

    private static final Map<String, String> NAIVE = new LinkedHashMap<>();

    static {
        NAIVE.put("contracts by year, kind, types and distance, from the records", """
                SELECT extract(year FROM signed_on - interval '3 months'), kind, licensor_type, licensee_type,
                  c.licensor_prefecture = c.licensee_prefecture, count(*)
                FROM contract c JOIN licensing_case l ON l.number = case_number JOIN seed s ON s.number = c.seed_number
                WHERE c.status = 'CONFIRMED' GROUP BY 1, 2, 3, 4, 5
                """);
        NAIVE.put(
                "contracts by field, from the records",
                "SELECT field, count(*) FROM contract, unnest(technology_fields) field WHERE status = 'CONFIRMED' GROUP BY 1");
        NAIVE.put("median and 90th percentile by stage, from the clock", """
                SELECT stage, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY spent) FROM (
                  SELECT stage, sum(until - since) AS spent FROM case_clock GROUP BY case_number, stage) passage GROUP BY stage
                """);
        NAIVE.put("impact by year, field and prefecture, from the releases", """
                SELECT figure.fiscal_year, field, licensee_prefecture, count(*),
                  sum(sales_yen + investment_yen + cost_saved_yen), sum(jobs)
                FROM released_figure figure
                JOIN (SELECT fiscal_year, max(release) AS release FROM inquiry_release WHERE state = 'RELEASED' GROUP BY 1) latest
                  USING (fiscal_year, release)
                JOIN contract ON number = contract_number AND status = 'CONFIRMED', unnest(inpit_fields) AS field
                GROUP BY 1, 2, 3
                """);
        NAIVE.put("answers by occasion and their median, from askings and answers", """
                SELECT occasion, count(*), count(answered_at), percentile_cont(0.5) WITHIN GROUP (ORDER BY answered_at - asked_at)
                FROM asked_side GROUP BY occasion
                """);
        NAIVE.put("median by step, from the engine's history of tasks", """
                SELECT act_id_, percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_) FROM act_hi_actinst
                WHERE act_type_ = 'userTask' GROUP BY act_id_
                """);
    }

    private final JdbcTemplate records;
    private final Facts facts;
    private final ContractFigures contracts;
    private final ProcessFigures process;
    private final ImpactFigures impact;
    private final KeyFigures keyFigures;
    private final Dashboard dashboard;
    private final PendingTasks tasks;
    private final AdviserDesk desk;

    StatisticsBenchmark() {
        String kept = System.getProperty("kakehashi.benchmark.database");
        String url = kept == null ? TestDatabase.fresh() : kept;
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .outOfOrder(kept != null)
                .load()
                .migrate();
        records = new JdbcTemplate(new SingleConnectionDataSource(url, "postgres", "", true));
        JdbcClient jdbc = JdbcClient.create(records);
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        var user = new CurrentUser();
        var costs = new ProgrammeCosts(jdbc, user, clock);
        var earlier = new EarlierResults(jdbc, costs, user);
        facts = new Facts(jdbc);
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("identities", engineOn(url).getIdentityService());
        People people = beans.createBean(People.class);
        contracts = new ContractFigures(facts, earlier);
        process = new ProcessFigures(facts, jdbc, people, clock);
        impact = new ImpactFigures(facts, jdbc, earlier, costs, people);
        keyFigures = new KeyFigures(jdbc);
        dashboard = new Dashboard(jdbc, clock);
        tasks = new PendingTasks(jdbc, people, clock);
        desk = new AdviserDesk(jdbc, new AdviserDesk.Settings(12), clock);
    }

    private static ProcessEngine engineOn(String url) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcUrl(url);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setEnforceHistoryTimeToLive(false);
        return configuration.buildProcessEngine();
    }

    @Test
    void reportsBesideSqlOverTheRecords() {
        if (records.queryForObject("SELECT count(*) FROM contract", Long.class) == 0) {
            HundredThousandContracts.in(records);
            long begin = System.nanoTime();
            facts.deriveAnew();
            System.out.printf("deriving all facts anew: %,d ms%n", (System.nanoTime() - begin) / 1_000_000);
        }
        records.execute("VACUUM ANALYZE");
        for (String table : List.of(
                "contract_fact",
                "case_fact",
                "stage_passage",
                "case_clock",
                "act_hi_actinst",
                "released_figure",
                "party_asking")) {
            System.out.printf(
                    "%-16s %,d rows%n", table, records.queryForObject("SELECT count(*) FROM " + table, Long.class));
        }
        System.out.printf("%n%-66s %9s %9s%n", "", "p50 ms", "p95 ms");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        Map<String, Selection> selections = new LinkedHashMap<>();
        selections.put("since the start", Selection.all());
        selections.put(
                "last twelve months",
                Selection.of(Map.of("from", today.minusYears(1).toString())));
        selections.put("region Kanto", Selection.of(Map.of("region", "KANTO")));
        selections.put("WIPO field 8", Selection.of(Map.of("field", "W8")));
        selections.put("INPIT field 3", Selection.of(Map.of("field", "I3")));
        selections.put("one adviser", Selection.of(Map.of("adviser", "adviser-7")));
        selections.forEach((name, selection) -> {
            time("contracts, " + name, () -> contracts.overview(selection));
            time("parties, " + name, () -> contracts.parties(selection, today.minusYears(1), today));
            time("fields, " + name, () -> contracts.fields(selection));
            time("prefectures, " + name, () -> contracts.places(selection));
            time("impact, " + name, () -> impact.impact(selection));
            time("key figures, " + name, () -> keyFigures.figure(selection));
            time("process, " + name, () -> process.figures(selection));
            time("advisers, " + name, () -> {
                process.advisers(selection);
                impact.byAdviser(selection);
            });
        });
        time("dashboard", () -> {
            dashboard.counts();
            dashboard.stages();
            dashboard.dueness();
            dashboard.silentSides();
            dashboard.troubles();
            tasks.find(new PendingTasks.Wish(null, null, true, null), PageRequest.of(0, 15));
        });
        time("open tasks", () -> tasks.find(new PendingTasks.Wish(null, null, false, null), PageRequest.of(0, 50)));
        time("adviser's home", () -> desk.of("adviser-7"));
        System.out.println();
        NAIVE.forEach((name, sql) -> time(name, () -> records.queryForList(sql)));
    }

    private static void time(String what, Runnable work) {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            work.run();
            times.add(System.nanoTime() - begin);
        }
        Collections.sort(times);
        System.out.printf("%-66s %9.1f %9.1f%n", what, times.get(ROUNDS / 2) / 1e6, times.get(ROUNDS * 95 / 100) / 1e6);
    }
}
