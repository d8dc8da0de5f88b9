package org.kakehashi.outcomes;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 100,000 contracts over twelve years with what they brought and what was asked of them, 30,000 cases without one, 2,500 that are
 * open, 420,000 pairs, 1,000,000 tasks of history and 4,000 open ones, of 83 advisers in all prefectures and fields. Written by
 * SQL past the triggers, so that facts are derived afterwards.
 */
final class HundredThousandContracts {

    private static final String PREFECTURES =
            "(SELECT array_agg(prefecture ORDER BY prefecture) AS a FROM prefecture_region)";
    private static final String STAGES = "(SELECT ARRAY['MATCHED', 'INTRODUCTION', 'CONFIDENTIALITY', 'EVALUATION',"
            + " 'TERMS', 'CLEARANCE', 'SIGNING', 'REPORT'] AS a)";
    private static final String MOVES = "(SELECT ARRAY['PROGRAMME', 'LICENSOR', 'LICENSEE', 'BOTH', 'LEGAL'] AS a)";

    private static final List<String> STATEMENTS =
            List.of("""
                        INSERT INTO seed (number, version, source, external_id, organisation_id, language, title, outline, purpose,
                          effect, applicable_products, advantage, applicant, invention_name, application_number, unpublished, ipc,
                          technology_fields, prefecture, inpit_fields, worked_before, licensed_before, licence_offered, licence_lump_sum, licence_royalty,
                          licence_domestic, licence_wishes, assignment_offered, assignment_lump_sum, assignment_wishes, know_how,
                          training, samples, co_owners, registrant_owns, power_of_attorney, publicly_funded, status, registered_at,
                          updated_at, entered_by, changed_by)
                        SELECT 'S-' || i, 0, 'bench', i, gen_random_uuid(), 'en', 'Seed ' || i, '', '', '', '', '', '', '', '1', false,
                          ARRAY['H01L 21/02'], ARRAY[1 + i % 35]::smallint[], p.a[1 + i % 47], ARRAY[1 + i % 13]::smallint[], n, n, n, n, n, n, '', n, n, '', n, n, n, '{}', true, true,
                          false, 'WITHDRAWN', now() - i % 4380 * interval '1 day', now(), 'system', 'system'
                        FROM generate_series(1, 130000) i, (SELECT 'NOT_SPECIFIED' AS n) nothing, %1$s p
                        """, """
                        INSERT INTO match (number, seed_number, need_number, score, band, reasons, found_from, found_at, status,
                          decline_reason, decided_by, decided_at, version)
                        SELECT 'M-' || i, 'S-' || 1 + i % 130000, 'N-' || i, 1, 'HIGH', '{}', 'LICENSOR',
                          now() - i % 4380 * interval '1 day', CASE WHEN i <= 132500 THEN 'ACCEPTED' WHEN i <= 400000 THEN 'DECLINED' ELSE 'PROPOSED' END,
                          CASE WHEN i BETWEEN 132501 AND 400000 THEN 'WRONG_FIELD' END,
                          CASE WHEN i <= 400000 THEN 'system' END, CASE WHEN i <= 400000 THEN now() END, 0
                        FROM generate_series(1, 420000) i
                        """, """
                        INSERT INTO licensing_case (number, match_number, seed_number, need_number, seed_title, need_title,
                          licensor_organisation, licensor_name, licensor_prefecture, licensor_adviser, licensee_organisation,
                          licensee_name, licensee_prefecture, licensee_adviser, stage, move_of, move_since, confidentiality, summary,
                          outcome, outcome_reason, opened_at, ended_at, version, licensor_entered_by, licensee_entered_by, channel,
                          wipo_fields, inpit_fields)
                        SELECT 'L-' || i, 'M-' || i, 'S-' || i, 'N-' || i, '', '', gen_random_uuid(), 'From', p.a[1 + i % 47],
                          'adviser-' || i % 83, gen_random_uuid(), 'To', p.a[1 + i * 7 % 47], 'adviser-' || i * 5 % 83,
                          CASE WHEN open THEN s.a[1 + i % 8] ELSE 'ENDED' END, m.a[1 + i % 5], now() - i % 90 * interval '1 day',
                          'REGISTERED', '', CASE WHEN i <= 100000 THEN 'CONCLUDED' WHEN NOT open THEN o.a[1 + i % 7] END,
                          CASE WHEN NOT open THEN 'x' END, now() - (i % 4380 + 200) * interval '1 day' * f,
                          CASE WHEN NOT open THEN now() - i % 4380 * interval '1 day' END, 0, 'system',
                          'system', 'ADVISER', ARRAY[1 + i % 35]::smallint[], ARRAY[1 + i % 13]::smallint[]
                        FROM generate_series(1, 132500) i, %1$s p, %2$s s, %3$s m,
                          (SELECT ARRAY['DECLINED_PRICE', 'DECLINED_FIT', 'DECLINED_TIMING', 'NO_RESPONSE', 'LEGAL_BLOCK',
                            'WITHDRAWN', 'TIMED_OUT'] AS a) o,
                          LATERAL (SELECT i > 130000 AS open, CASE WHEN i > 130000 THEN 0.05 ELSE 1 END AS f) state
                        """, """
                        INSERT INTO case_clock (case_number, since, until, stage, move_of)
                        SELECT 'L-' || i, ended - (8 - k) * gap, ended - (7 - k) * gap,
                          s.a[k], m.a[1 + (i + k) % 5]
                        FROM generate_series(1, 130000) i, generate_series(1, 8) k, %2$s s, %3$s m,
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
                        INSERT INTO inquiry (number, contract_number, fiscal_year, state, asked_on, settled_at)
                        SELECT 'F-' || fiscal_year || contract_number, contract_number, fiscal_year, 'ANSWERED',
                          make_date(fiscal_year + 1, 4, 1),
                          make_date(fiscal_year + 1, 4, 1) + (1 + substr(contract_number, 3)::int % 60) * interval '1 day'
                        FROM released_figure
                        """, """
                        INSERT INTO party_asking (case_number, side, occasion, round, asked_at)
                        SELECT number, side, occasion, 1, opened_at FROM licensing_case,
                          unnest(ARRAY['LICENSOR', 'LICENSEE']) side, unnest(ARRAY['CONSENT', 'NDA']) occasion
                        """, """
                        INSERT INTO party_answer (id, case_number, occasion, round, side, positive, reason, given_by, at)
                        SELECT gen_random_uuid(), case_number, occasion, round, side, true, '', 'x',
                          asked_at + (1 + substr(case_number, 3)::int % 400) * interval '1 hour'
                        FROM party_asking JOIN licensing_case ON number = case_number WHERE outcome IS NOT NULL
                        """, """
                        INSERT INTO act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                          act_name_, act_type_, start_time_, end_time_, duration_)
                        SELECT 'a' || i, k.a[1 + i % 6], 'p' || i % 6, 'i' || i / 8, 'e' || i, 'Task_' || i % 24, 'Task',
                          'userTask', began, CASE WHEN i > 4000 THEN began + interval '3 days' END, 259200000 + i % 1000 * 100000
                        FROM generate_series(1, 1000000) i, (SELECT ARRAY['licensing-case', 'introduction', 'confidentiality',
                            'term-negotiation', 'approval', 'contract-signing'] AS a) k,
                          LATERAL (SELECT now() - i % 4380 * interval '1 day' AS began) time
                        """, """
                        INSERT INTO adviser (user_id, version, name, email, prefecture, host, fields, languages, active)
                        SELECT 'adviser-' || i, 0, 'Adviser ' || i, 'x', 'TOKYO', 'x', '{}', '{}', true
                        FROM generate_series(0, 82) i
                        """, """
                        INSERT INTO transfer (record_number, key, origin, adviser, renewal_due, news, started_at)
                        SELECT 'S-' || i, 's' || i, 'SEED', 'adviser-' || i % 83, day_of(now()) + 1 + i % 365, false, now()
                        FROM generate_series(1, 5000) i
                        """, """
                        INSERT INTO act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                          assignee_, create_time_, due_date_, suspension_state_)
                        SELECT 't' || i, 1, 'e' || i, 'i' || i, 'p' || i % 6, 'Task ' || i % 40, 'Task_' || i % 40,
                          CASE WHEN i % 5 > 0 THEN 'adviser-' || i % 83 END, now(), now() + (i % 40 - 15) * interval '1 day', 1
                        FROM generate_series(1, 4000) i
                        """, """
                        INSERT INTO act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        SELECT 'l' || id_, 1, 'advisers', 'candidate', id_ FROM act_ru_task
                        """, """
                        INSERT INTO act_ru_variable (id_, rev_, type_, name_, text_, task_id_, var_scope_)
                        SELECT name || id_, 1, 'string', name, CASE name WHEN 'parties' THEN 'From → To' ELSE
                          'L-' || 130001 + substr(id_, 2)::int % 2500 END, id_, id_
                        FROM act_ru_task, unnest(ARRAY['caseNumber', 'parties']) name
                        """);

    private HundredThousandContracts() {}

    static void in(JdbcTemplate records) {
        records.execute("SET session_replication_role = replica");
        STATEMENTS.forEach(statement -> records.execute(
                statement.replace("%1$s", PREFECTURES).replace("%2$s", STAGES).replace("%3$s", MOVES)));
        records.execute("SET session_replication_role = DEFAULT");
        records.execute("VACUUM ANALYZE");
    }
}
