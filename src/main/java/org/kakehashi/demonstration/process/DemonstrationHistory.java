package org.kakehashi.demonstration.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kakehashi.outcomes.EarlierResults;
import org.kakehashi.outcomes.FiscalYear;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lies years back, so that statistics have something to show: pairs that came to a contract or to none, what the
 * contracts brought in two years that are released, costs, and yearly results from before the system. Written as records,
 * as nobody can work in the past; the inquiry of the last year opens by itself.
 */
@Component
@Profile("demonstration")
class DemonstrationHistory {

    private static final List<String> PAST = List.of("""
            CREATE TEMPORARY TABLE past ON COMMIT DROP AS
            SELECT *, 'L-' || extract(year FROM signed_on) || '-' || 900000 + i AS case_number,
              signed_on - 90 - i * 13 % 160 AS opened_on, i % 5 <> 0 AS concluded
            FROM (
              SELECT i, seed.number AS seed_number, need.number AS need_number, seed.title AS seed_title,
                need.title AS need_title, seed.technology_fields, giver.id AS licensor, giver.name AS licensor_name,
                giver.type AS licensor_type, seed.prefecture AS licensor_prefecture, taker.id AS licensee,
                taker.name AS licensee_name, taker.type AS licensee_type, need.prefecture AS licensee_prefecture,
                CAST(:today AS date) - 200 - i * 61 % 1700 AS signed_on
              FROM (SELECT *, CAST(row_number() OVER (ORDER BY number) AS integer) AS i FROM seed) seed
              JOIN (SELECT *, row_number() OVER (ORDER BY number) AS j, count(*) OVER () AS needs FROM need) need
                ON j = 1 + i * 5 % needs
              JOIN organisation giver ON giver.id = seed.organisation_id
              JOIN organisation taker ON taker.id = need.organisation_id AND taker.id <> giver.id
              WHERE seed.prefecture IS NOT NULL AND need.prefecture IS NOT NULL AND NOT EXISTS (
                SELECT FROM match WHERE match.seed_number = seed.number AND match.need_number = need.number)) pair
            """, """
            INSERT INTO match (number, seed_number, need_number, score, band, reasons, found_from, found_at, status, decided_by,
              decided_at, version)
            SELECT replace(case_number, 'L-', 'M-'), seed_number, need_number, 0.7, 'MEDIUM', '{}', 'LICENSOR', opened_on,
              'ACCEPTED', 'system', opened_on, 0
            FROM past
            """, """
            INSERT INTO licensing_case (number, match_number, seed_number, need_number, seed_title, need_title, found_from,
              licensor_organisation, licensor_name, licensor_prefecture, licensor_adviser, licensee_organisation,
              licensee_name, licensee_prefecture, licensee_adviser, stage, move_of, move_since, confidentiality, summary,
              outcome, outcome_reason, opened_at, ended_at, version, licensor_entered_by, licensee_entered_by)
            SELECT case_number, replace(case_number, 'L-', 'M-'), seed_number, need_number, seed_title, need_title, 'LICENSOR',
              licensor, licensor_name, licensor_prefecture, giver.user_id, licensee, licensee_name, licensee_prefecture,
              taker.user_id, 'ENDED', 'PROGRAMME', signed_on, CASE WHEN concluded THEN 'CASE_TEAM' ELSE 'INTRODUCED' END, '',
              CASE WHEN concluded THEN 'CONCLUDED' WHEN i % 2 = 0 THEN 'DECLINED_FIT' ELSE 'NO_RESPONSE' END,
              CASE WHEN concluded THEN 'Concluded.' WHEN i % 2 = 0 THEN 'The process does not suit the line.'
                ELSE 'The company did not answer.' END,
              opened_on, signed_on, 0, 'system', 'system'
            FROM past
            LEFT JOIN LATERAL (SELECT min(user_id) AS user_id FROM adviser WHERE prefecture = licensor_prefecture) giver ON true
            LEFT JOIN LATERAL (SELECT min(user_id) AS user_id FROM adviser WHERE prefecture = licensee_prefecture) taker ON true
            """, """
            INSERT INTO case_clock (case_number, since, until, stage, move_of)
            SELECT case_number, opened_on + (signed_on - opened_on) * (k - 1) / stages * interval '1 day' + i * k % 7 * interval '1 hour',
              opened_on + (signed_on - opened_on) * k / stages * interval '1 day' + i * (k + 1) % 7 * interval '1 hour',
              (ARRAY['MATCHED', 'INTRODUCTION', 'CONFIDENTIALITY', 'TERMS', 'CLEARANCE', 'APPROVAL', 'SIGNING', 'REPORT'])[k],
              (ARRAY['PROGRAMME', 'LICENSEE', 'BOTH', 'LICENSOR', 'LEGAL'])[1 + (i + k) % 5]
            FROM past CROSS JOIN LATERAL (SELECT CASE WHEN concluded THEN 8 ELSE 2 END AS stages) way
            CROSS JOIN LATERAL generate_series(1, stages) AS k
            """, """
            INSERT INTO party_asking (case_number, side, occasion, round, asked_at)
            SELECT case_number, side, 'CONSENT', 1, opened_on + interval '4 days' FROM past, unnest(ARRAY['LICENSOR', 'LICENSEE']) AS side
            """, """
            INSERT INTO party_answer (id, case_number, occasion, round, side, positive, reason, given_by, at)
            SELECT gen_random_uuid(), case_number, 'CONSENT', 1, side, true, '', 'paper', asked_at + (1 + i * 7 % 12) * interval '1 day'
            FROM past JOIN party_asking USING (case_number) WHERE concluded OR side = 'LICENSOR'
            """, """
            INSERT INTO contract (number, case_number, seed_number, need_number, patent_granted, technology_fields,
              licensor_organisation, licensor_name, licensor_type, licensor_prefecture, licensee_organisation, licensee_name,
              licensee_type, licensee_prefecture, kind, field_of_use, territory, acts, begins_on, ends_on, upfront_yen,
              royalty_percent, minimum_annual_yen, signed_on, status, report, reported_by, reported_at, confirmed_by,
              confirmed_at, version)
            SELECT replace(case_number, 'L-', 'C-'), case_number, seed_number, need_number, true, technology_fields, licensor,
              licensor_name, licensor_type, licensor_prefecture, licensee, licensee_name, licensee_type, licensee_prefecture,
              CASE WHEN i % 9 = 4 THEN 'EVALUATION' ELSE 'NON_EXCLUSIVE' END, 'All fields', 'Japan',
              'MAKE,USE,SELL', signed_on, signed_on + 3650, 500000, 3, 0, signed_on, 'CONFIRMED', 'Signed on paper.',
              coalesce(licensee_adviser, licensor_adviser, 'system'), signed_on, 'manager', signed_on, 0
            FROM past JOIN (SELECT number, licensor_adviser, licensee_adviser FROM licensing_case) origin ON number = case_number
            WHERE concluded
            """);

    private static final List<String> BROUGHT = List.of("""
            INSERT INTO inquiry_year (fiscal_year, opened_at, closed_by, closed_at)
            SELECT :year, make_date(:year + 1, 6, 1), 'manager', make_date(:year + 1, 9, 30)
            """, """
            INSERT INTO inquiry (number, contract_number, fiscal_year, state, asked_on, no_answer_reason, settled_at)
            SELECT 'F-' || :year + 1 || '-' || right(number, 6), number, :year,
              CASE WHEN silent THEN 'UNANSWERED' ELSE 'ANSWERED' END, make_date(:year + 1, 6, 1),
              CASE WHEN silent THEN 'Nobody was met.' END, make_date(:year + 1, 6, 20) + place * interval '1 day'
            FROM contract CROSS JOIN LATERAL (SELECT right(number, 2)::int AS place, right(number, 1) = '7' AS silent) said
            WHERE substr(number, 8) LIKE '9%' AND fiscal_year(signed_on) <= :year
            """, """
            INSERT INTO inquiry_answer (number, edition, currency, sales, jobs, investment, cost_saved, further_licences, note,
              channel, source, explanation, reason, given_by, given_at)
            SELECT number, 1, 'JPY', place * 1300000 + (:year - 2020) * 450000, place % 4, place % 3 * 2000000, place % 5 * 150000, 0,
              '', 'PAPER', 'Questionnaire', '', '', 'manager', settled_at
            FROM inquiry CROSS JOIN LATERAL (SELECT right(number, 2)::int AS place) said
            WHERE fiscal_year = :year AND state = 'ANSWERED'
            """, """
            INSERT INTO inquiry_release (fiscal_year, release, state, reason, proposed_by, proposed_at, decided_by, decided_at,
              remark)
            SELECT :year, 1, 'RELEASED', 'The year is complete.', 'manager', make_date(:year + 1, 10, 1), 'manager2',
              make_date(:year + 1, 10, 5), ''
            """, """
            INSERT INTO released_figure (fiscal_year, release, contract_number, edition, currency, sales, investment, cost_saved,
              yen_per_unit, rate_on, sales_yen, investment_yen, cost_saved_yen, jobs, further_licences)
            SELECT fiscal_year, 1, contract_number, edition, currency, sales, investment, cost_saved, yen_per_unit, rate_on,
              sales_yen, investment_yen, cost_saved_yen, jobs, further_licences
            FROM answered_figure WHERE fiscal_year = :year
            """);

    private final JdbcClient jdbc;
    private final EarlierResults earlier;
    private final CurrentUser user;
    private final Clock clock;

    DemonstrationHistory(JdbcClient jdbc, EarlierResults earlier, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.earlier = earlier;
        this.user = user;
        this.clock = clock;
    }

    @Transactional
    void write() {
        LocalDate today = LocalDate.now(clock);
        PAST.forEach(sql -> jdbc.sql(sql).param("today", today).update());
        int year = FiscalYear.of(today);
        for (int released = year - 3; released < year - 1; released++) {
            for (String sql : BROUGHT) {
                jdbc.sql(sql).param("year", released).update();
            }
        }
        var csv = new StringBuilder("fiscalYear,breakdown,category,contracts,impactYen,costYen\n");
        IntStream.range(year - 12, year).forEach(past -> {
            int contracts = past < year - 5 ? 3 + 4 * (past - year + 12) : 0;
            csv.append("%d,TOTAL,,%d,%d,%d%n"
                    .formatted(past, contracts, contracts * 2_400_000L, 9_000_000L + 800_000L * (past - year + 12)));
        });
        user.acting("manager", Set.of(Roles.MANAGERS), () -> earlier.take(csv.toString()));
    }
}
