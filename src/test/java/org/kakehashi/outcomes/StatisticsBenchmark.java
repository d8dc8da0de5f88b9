package org.kakehashi.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.kakehashi.TestDatabase;
import org.kakehashi.platform.security.CurrentUser;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long the reports take over 100,000 contracts, 130,000 cases and 1,000,000 tasks of history, and how long the same takes in
 * SQL over the records and the engine's history, in one run. Run by hand: {@code mvn test -Dtest=StatisticsBenchmark}.
 */
class StatisticsBenchmark {

    private static final int ROUNDS = 15;

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
        contracts = new ContractFigures(facts, earlier);
        process = new ProcessFigures(facts, jdbc, null, clock);
        impact = new ImpactFigures(facts, jdbc, earlier, costs, null);
        keyFigures = new KeyFigures(jdbc);
        dashboard = new Dashboard(jdbc, clock);
    }

    @Test
    void reportsBesideSqlOverTheRecords() {
        if (records.queryForObject("SELECT count(*) FROM contract", Long.class) == 0) {
            fill();
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
        selections.put("field W8", Selection.of(Map.of("field", "W8")));
        selections.put("one adviser", Selection.of(Map.of("adviser", "adviser-7")));
        selections.forEach((name, selection) -> {
            time("contracts, " + name, () -> contracts.overview(selection));
            time("parties, " + name, () -> contracts.parties(selection, today.minusYears(1), today));
            time("fields, " + name, () -> contracts.fields(selection));
            time("prefectures, " + name, () -> contracts.places(selection));
            time("impact, " + name, () -> impact.impact(selection));
            time("key figures, " + name, () -> keyFigures.figure(selection));
            time("process, " + name, () -> process.figures(selection));
        });
        time("dashboard", () -> {
            dashboard.counts();
            dashboard.stages();
            dashboard.dueness();
            dashboard.silentSides();
            dashboard.troubles();
        });
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

    /** 130,000 cases in eight stages each, 100,000 of them with a contract, over twelve years. */
    private void fill() {
        records.execute("SET session_replication_role = replica");
        List.of("""
                        INSERT INTO seed (number, version, source, external_id, organisation_id, language, title, outline, purpose,
                          effect, applicable_products, advantage, applicant, invention_name, application_number, unpublished, ipc,
                          technology_fields, worked_before, licensed_before, licence_offered, licence_lump_sum, licence_royalty,
                          licence_domestic, licence_wishes, assignment_offered, assignment_lump_sum, assignment_wishes, know_how,
                          training, samples, co_owners, registrant_owns, power_of_attorney, publicly_funded, status, registered_at,
                          updated_at, entered_by, changed_by)
                        SELECT 'S-' || i, 0, 'bench', i, gen_random_uuid(), 'en', 'Seed ' || i, '', '', '', '', '', '', '', '1', false,
                          ARRAY['H01L 21/02'], ARRAY[1 + i % 35]::smallint[], n, n, n, n, n, n, '', n, n, '', n, n, n, '{}', true, true,
                          false, 'WITHDRAWN', now() - i % 4380 * interval '1 day', now(), 'system', 'system'
                        FROM generate_series(1, 130000) i, (SELECT 'NOT_SPECIFIED' AS n) nothing
                        """, """
                        INSERT INTO match (number, seed_number, need_number, score, band, reasons, found_from, found_at, status,
                          decline_reason, decided_by, decided_at, version)
                        SELECT 'M-' || i, 'S-' || 1 + i % 130000, 'N-' || i, 1, 'HIGH', '{}', 'LICENSOR',
                          now() - i % 4380 * interval '1 day', CASE WHEN i <= 130000 THEN 'ACCEPTED' ELSE 'DECLINED' END,
                          CASE WHEN i > 130000 THEN 'WRONG_FIELD' END, 'system', now(), 0
                        FROM generate_series(1, 400000) i
                        """, """
                        INSERT INTO licensing_case (number, match_number, seed_number, need_number, seed_title, need_title,
                          licensor_organisation, licensor_name, licensor_prefecture, licensor_adviser, licensee_organisation,
                          licensee_name, licensee_prefecture, licensee_adviser, stage, move_of, move_since, confidentiality, summary,
                          outcome, outcome_reason, opened_at, ended_at, version, licensor_entered_by, licensee_entered_by, channel,
                          wipo_fields, inpit_fields)
                        SELECT 'L-' || i, 'M-' || i, 'S-' || i, 'N-' || i, '', '', gen_random_uuid(), 'From', p.a[1 + i % 47],
                          'adviser-' || i % 83, gen_random_uuid(), 'To', p.a[1 + i * 7 % 47], 'adviser-' || i * 5 % 83, 'ENDED',
                          'PROGRAMME', now(), 'REGISTERED', '', CASE WHEN i <= 100000 THEN 'CONCLUDED' ELSE 'DECLINED_FIT' END, 'x',
                          now() - i % 4380 * interval '1 day' - interval '200 days', now() - i % 4380 * interval '1 day', 0, 'system',
                          'system', 'ADVISER', ARRAY[1 + i % 35]::smallint[], ARRAY[1 + i % 13]::smallint[]
                        FROM generate_series(1, 130000) i,
                          (SELECT array_agg(prefecture ORDER BY prefecture) AS a FROM prefecture_region) p
                        """, """
                        INSERT INTO case_clock (case_number, since, until, stage, move_of)
                        SELECT 'L-' || i, ended - (8 - k) * gap, ended - (7 - k) * gap,
                          (ARRAY['MATCHED', 'INTRODUCTION', 'CONFIDENTIALITY', 'EVALUATION', 'TERMS', 'CLEARANCE', 'SIGNING',
                            'REPORT'])[k],
                          (ARRAY['PROGRAMME', 'LICENSOR', 'LICENSEE', 'BOTH', 'LEGAL'])[1 + (i + k) % 5]
                        FROM generate_series(1, 130000) i, generate_series(1, 8) k,
                          LATERAL (SELECT now() - i % 4380 * interval '1 day' AS ended,
                            (1 + i * 13 % 400) * interval '2 hours' AS gap) time
                        """, """
                        INSERT INTO contract (number, case_number, seed_number, need_number, patent_granted, technology_fields,
                          inpit_fields, licensor_organisation, licensor_name, licensor_type, licensor_prefecture,
                          licensor_adviser, licensee_organisation, licensee_name, licensee_type, licensee_prefecture,
                          licensee_adviser, kind, field_of_use, territory, acts, begins_on, ends_on, upfront_yen,
                          royalty_percent, minimum_annual_yen, signed_on, status, reported_by, reported_at, confirmed_by,
                          confirmed_at, version)
                        SELECT 'C-' || substr(number, 3), number, seed_number, need_number, true, wipo_fields, inpit_fields,
                          licensor_organisation, licensor_name, t.a[1 + n % 9], licensor_prefecture, licensor_adviser,
                          licensee_organisation, licensee_name, t.a[1 + n * 5 % 9], licensee_prefecture, licensee_adviser,
                          CASE WHEN n % 20 = 0 THEN 'RESEARCH_TOOL' WHEN n % 5 = 0 THEN 'EXCLUSIVE' ELSE 'NON_EXCLUSIVE' END,
                          '', 'Japan', 'MAKE', day_of(ended_at), day_of(ended_at) + 1800, 0, 0, 0, day_of(ended_at),
                          'CONFIRMED', 'a', now(), 'b', now(), 0
                        FROM licensing_case, LATERAL (SELECT substr(number, 3)::int AS n) i,
                          (SELECT ARRAY['LARGE', 'SME', 'STARTUP', 'UNIVERSITY', 'TLO', 'PUBLIC_RESEARCH', 'INDIVIDUAL',
                            'LOCAL_GOVERNMENT', 'OTHER'] AS a) t
                        WHERE outcome = 'CONCLUDED'
                        """, """
                        INSERT INTO inquiry_year (fiscal_year, opened_at) SELECT year, now() FROM generate_series(2015, 2025) year
                        """, """
                        INSERT INTO inquiry_release (fiscal_year, release, state, reason, proposed_by, proposed_at, decided_by,
                          decided_at, remark)
                        SELECT year, 1, 'RELEASED', 'x', 'a', now(), 'b', now(), '' FROM generate_series(2015, 2025) year
                        """, """
                        INSERT INTO released_figure (fiscal_year, release, contract_number, edition, currency, sales, investment,
                          cost_saved, yen_per_unit, sales_yen, investment_yen, cost_saved_yen, jobs, further_licences)
                        SELECT fiscal_year(signed_on) + later, 1, number, 1, 'JPY', 1000, 0, 0, 1, 1000, 0, 0, 1, 0
                        FROM contract, generate_series(0, 2) later WHERE fiscal_year(signed_on) + later BETWEEN 2015 AND 2025
                        """, """
                        INSERT INTO party_asking (case_number, side, occasion, round, asked_at)
                        SELECT number, side, occasion, 1, opened_at FROM licensing_case,
                          unnest(ARRAY['LICENSOR', 'LICENSEE']) side, unnest(ARRAY['CONSENT', 'NDA']) occasion
                        """, """
                        INSERT INTO party_answer (id, case_number, occasion, round, side, positive, reason, given_by, at)
                        SELECT gen_random_uuid(), case_number, occasion, round, side, true, '', 'x', asked_at + interval '5 days'
                        FROM party_asking
                        """, """
                        INSERT INTO act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                          act_name_, act_type_, start_time_, end_time_, duration_)
                        SELECT 'a' || i, 'process-' || i % 6, 'p' || i % 6, 'i' || i / 8, 'e' || i, 'Task_' || i % 24, 'Task',
                          'userTask', began, began + interval '3 days', 259200000 + i % 1000 * 100000
                        FROM generate_series(1, 1000000) i,
                          LATERAL (SELECT now() - i % 4380 * interval '1 day' AS began) time
                        """).forEach(records::execute);
        records.execute("SET session_replication_role = DEFAULT");
        records.execute("VACUUM ANALYZE");
    }
}
