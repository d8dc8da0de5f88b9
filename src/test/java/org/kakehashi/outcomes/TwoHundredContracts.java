package org.kakehashi.outcomes;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 200 confirmed contracts signed in the fiscal years 1990 to 1999, and 60 cases that ended without one, written as records by
 * SQL. The same every time; nobody else's records lie in these years.
 */
public final class TwoHundredContracts {

    public static final LocalDate FIRST_DAY = LocalDate.of(1990, 4, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2000, 3, 31);
    public static final String PERIOD = "from=1990-04-01&to=2000-03-31";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final List<List<String>> IPC = List.of(
            List.of("H01M 10/0525"),
            List.of("H01L 21/02", "G06F 17/30"),
            List.of("A61K 31/00", "C12N 15/09"),
            List.of("C22C 38/00"),
            List.of("C04B 35/00", "C01B 31/02"),
            List.of("B60L 11/18"),
            List.of());
    private static final List<List<Integer>> WIPO =
            List.of(List.of(1), List.of(6, 8), List.of(15, 16), List.of(20), List.of(20), List.of(32), List.of());
    private static final List<String> SOURCES = List.of("test", "portal", "consultation", "business-market");
    private static final String[] STAGES = {
        "MATCHED", "INTRODUCTION", "CONFIDENTIALITY", "TERMS", "CLEARANCE", "APPROVAL", "SIGNING", "REPORT"
    };
    private static final String[] MOVES = {"PROGRAMME", "LICENSOR", "LICENSEE", "BOTH", "LEGAL"};

    private final JdbcTemplate jdbc;
    private final Random random = new Random(19900401);
    private final List<String> seeds = new ArrayList<>();
    private final List<String> needs = new ArrayList<>();
    private final UUID licensor = UUID.randomUUID();
    private final UUID licensee = UUID.randomUUID();

    private TwoHundredContracts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes them unless they are there. */
    public static synchronized void in(JdbcTemplate jdbc) {
        if (Integer.valueOf(0)
                .equals(jdbc.queryForObject(
                        "SELECT count(*) FROM contract WHERE number LIKE 'C-1990-%'", Integer.class))) {
            new TwoHundredContracts(jdbc).write();
        }
    }

    private void write() {
        for (UUID organisation : List.of(licensor, licensee)) {
            jdbc.update(
                    "INSERT INTO organisation (id, version, name, type) VALUES (?, 0, ?, 'OTHER')",
                    organisation,
                    "Counted " + organisation);
        }
        for (int i = 0; i < 28; i++) {
            seeds.add(seed(i));
        }
        for (int i = 0; i < 20; i++) {
            needs.add(need(i));
        }
        for (int i = 0; i < 260; i++) {
            pair(i, i < 200);
        }
        for (int i = 0; i < 20; i++) {
            tool(i);
        }
        release();
    }

    /** Every fourth contract brought something in each of the years 1996 to 1998; 1998 was released twice. */
    private void release() {
        for (int year = 1996; year <= 1998; year++) {
            jdbc.update(
                    "INSERT INTO inquiry_year (fiscal_year, opened_at, closed_by, closed_at) VALUES (?, now(), 'one', now())",
                    year);
            for (int release = 1; release <= (year == 1998 ? 2 : 1); release++) {
                jdbc.update("""
                        INSERT INTO inquiry_release (fiscal_year, release, state, reason, proposed_by, proposed_at, decided_by,
                          decided_at, remark)
                        VALUES (?, ?, 'RELEASED', 'Counted', 'one', now(), 'another', now(), '')
                        """, year, release);
                for (int i = 0; i < 200; i += 4) {
                    jdbc.update(
                            """
                            INSERT INTO released_figure (fiscal_year, release, contract_number, edition, currency, sales,
                              investment, cost_saved, yen_per_unit, sales_yen, investment_yen, cost_saved_yen, jobs,
                              further_licences)
                            VALUES (?, ?, ?, 1, 'JPY', ?, 1000, 500, 1, ?, 1000, 500, 2, 0)
                            """,
                            year,
                            release,
                            "C-1990-%06d".formatted(i),
                            1_000_000L * i * release,
                            1_000_000L * i * release);
                }
            }
        }
    }

    private String seed(int i) {
        String number = "S-1990-%06d".formatted(i);
        jdbc.update(
                """
                INSERT INTO seed (number, version, source, external_id, organisation_id, prefecture, language, title, outline,
                  purpose, effect, applicable_products, advantage, applicant, invention_name, application_number, unpublished,
                  ipc, technology_fields, worked_before, licensed_before, licence_offered, licence_lump_sum, licence_royalty,
                  licence_domestic, licence_wishes, assignment_offered, assignment_lump_sum, assignment_wishes, know_how,
                  training, samples, co_owners, registrant_owns, power_of_attorney, publicly_funded, status, registered_at,
                  updated_at, entered_by, changed_by, topic_fields)
                SELECT ?, 0, ?, ?, ?, ?, 'en', 'Counted seed', '', '', '', '', '', '', '', '1990-1', false, ?::text[],
                  ?::smallint[], n, n, n, n, n, n, '', n, n, '', n, n, n, '{}', true, true, false, 'WITHDRAWN', ?, ?, 'system', 'system',
                  ?::text[]
                FROM (SELECT 'NOT_SPECIFIED' AS n) nothing
                """,
                number,
                SOURCES.get(i % 7 == 3 ? 2 : 0),
                number,
                licensor,
                Prefecture.values()[i].name(),
                array(IPC.get(i % IPC.size())),
                array(WIPO.get(i % WIPO.size())),
                at(FIRST_DAY.plusDays(i * 120L)),
                at(FIRST_DAY.plusDays(i * 120L)),
                array(i % 7 == 4 ? List.of("Another heading", "金属材料") : List.of()));
        return number;
    }

    /** Twenty licences on standard terms, a quarter of them not concluded. */
    private void tool(int i) {
        boolean concluded = i % 4 != 0;
        LocalDate day = FIRST_DAY.plusDays(i * 170L);
        jdbc.update(
                """
                INSERT INTO tool_licence (number, version, seed_number, source, sector, organisation, organisation_type,
                  prefecture, contact_name, contact_email, language, purpose, material_wanted, licensor, tool, fee_yen,
                  term_months, conditions, status, entered_by, requested_at, concluded_on, ends_on)
                VALUES (?, 0, ?, 'test', 'ACADEMIA', 'Counted university', 'UNIVERSITY', ?, 'Nobody', 'nobody@example.org', 'en',
                  'Counted', false, 'Counted licensor', 'Counted seed', 0, 12, '', ?, 'system', ?, ?, ?)
                """,
                "T-1990-%06d".formatted(i),
                seeds.get(i),
                Prefecture.values()[46 - i].name(),
                concluded ? "CONCLUDED" : "REQUESTED",
                at(day),
                concluded ? Date.valueOf(day) : null,
                concluded ? Date.valueOf(day.plusYears(1)) : null);
    }

    private String need(int i) {
        String number = "N-1990-%06d".formatted(i);
        jdbc.update(
                """
                INSERT INTO need (number, version, source, external_id, organisation_id, language, title, problem,
                  specification, ipc, technology_fields, name_may_be_shown, status, received_at, updated_at, entered_by)
                VALUES (?, 0, ?, ?, ?, 'en', 'Counted need', 'Counted problem', '', '{}', '{}', false, 'CLOSED', ?, ?, 'system')
                """,
                number,
                SOURCES.get(i % 5 == 1 ? 1 : i % 5 == 2 ? 3 : 0),
                number,
                licensee,
                at(FIRST_DAY.plusDays(i * 150L)),
                at(FIRST_DAY.plusDays(i * 150L)));
        return number;
    }

    private void pair(int i, boolean concluded) {
        String match = "M-1990-%06d".formatted(i);
        String number = "L-1990-%06d".formatted(i);
        String seed = seeds.get(i % seeds.size());
        String need = needs.get(i / seeds.size() + (i % 2) * 10);
        LocalDate opened = FIRST_DAY.plusDays(random.nextInt(3400));
        jdbc.update("""
                INSERT INTO match (number, seed_number, need_number, score, band, reasons, found_from, found_at, status,
                  decided_by, decided_at, version)
                VALUES (?, ?, ?, 1, 'HIGH', '{}', 'LICENSOR', ?, 'ACCEPTED', 'system', ?, 0)
                """, match, seed, need, at(opened), at(opened));
        String from = prefecture();
        String to = prefecture();
        int advisers = random.nextInt(12);
        jdbc.update(
                """
                INSERT INTO licensing_case (number, match_number, seed_number, need_number, seed_title, need_title,
                  licensor_organisation, licensor_name, licensor_prefecture, licensor_adviser, licensee_organisation,
                  licensee_name, licensee_prefecture, licensee_adviser, stage, move_of, move_since, confidentiality, summary,
                  opened_at, version, licensor_entered_by, licensee_entered_by)
                VALUES (?, ?, ?, ?, 'Counted seed', 'Counted need', ?, 'Counted licensor', ?, ?, ?, 'Counted licensee', ?, ?,
                  'MATCHED', 'PROGRAMME', ?, 'REGISTERED', '', ?, 0, 'system', 'system')
                """,
                number,
                match,
                seed,
                need,
                licensor,
                from,
                "counted-" + advisers,
                licensee,
                to,
                "counted-" + (i % 9 == 0 ? advisers : random.nextInt(12)),
                at(opened),
                at(opened));
        ask(i, number, opened);
        int stages = concluded ? STAGES.length : 1 + random.nextInt(5);
        Instant time = at(opened).toInstant();
        for (int stage = 0; stage < stages; stage++) {
            for (int stretch = 0; stretch <= random.nextInt(3); stretch++) {
                Instant until = time.plusSeconds(600 + random.nextInt(1_200_000));
                jdbc.update(
                        "INSERT INTO case_clock (case_number, since, until, stage, move_of) VALUES (?, ?, ?, ?, ?)",
                        number,
                        Timestamp.from(time),
                        Timestamp.from(until),
                        STAGES[stage],
                        MOVES[random.nextInt(MOVES.length)]);
                time = until;
            }
        }
        if (concluded) {
            contract(i, number, seed, need, from, to, opened, time);
        }
        OutcomeCode outcome = concluded ? OutcomeCode.CONCLUDED : OutcomeCode.values()[1 + random.nextInt(7)];
        jdbc.update(
                "UPDATE licensing_case SET stage = 'ENDED', outcome = ?, outcome_reason = 'Counted', ended_at = ? WHERE number = ?",
                outcome.name(),
                Timestamp.from(time),
                number);
    }

    /** Both sides are asked for their consent on the day after; of every fifth case the licensee says nothing. */
    private void ask(int i, String number, LocalDate opened) {
        for (String side : List.of("LICENSOR", "LICENSEE")) {
            Instant asked = at(opened.plusDays(1)).toInstant();
            jdbc.update(
                    "INSERT INTO party_asking (case_number, side, occasion, round, asked_at) VALUES (?, ?, 'CONSENT', 1, ?)",
                    number,
                    side,
                    Timestamp.from(asked));
            if (side.equals("LICENSOR") || i % 5 != 0) {
                jdbc.update(
                        "INSERT INTO party_answer (id, case_number, occasion, round, side, positive, reason, given_by, at)"
                                + " VALUES (gen_random_uuid(), ?, 'CONSENT', 1, ?, true, '', 'Counted', ?)",
                        number,
                        side,
                        Timestamp.from(asked.plusSeconds(3600L * (5 + i * 37 % 500))));
            }
        }
    }

    private void contract(
            int i,
            String caseNumber,
            String seed,
            String need,
            String from,
            String to,
            LocalDate opened,
            Instant ended) {
        int rounds = 1 + random.nextInt(4);
        jdbc.update(
                "INSERT INTO term_sheet (case_number, opened_at, moves, version) VALUES (?, ?, 0, 0)",
                caseNumber,
                at(opened));
        for (int round = 1; round <= rounds; round++) {
            jdbc.update("""
                    INSERT INTO term_round (case_number, number, proposer, licence_kind, field_of_use, territory, acts,
                      sublicensing, upfront_yen, royalty_percent, minimum_annual_yen, milestones, patent_costs, improvements,
                      warranties, audit, termination, governing_law, comment, proposed_by, proposed_at, state, term_years,
                      answered_by, answered_at)
                    VALUES (?, ?, 'LICENSOR', 'NON_EXCLUSIVE', 'Any', 'Japan', 'MAKE', 'NOT_ALLOWED', 0, 0, 0, '', '', '', '',
                      '', '', '', '', 'system', ?, 'COUNTERED', 5, 'system', now())
                    """, caseNumber, round, at(opened));
        }
        LocalDate signed = LocalDate.ofInstant(ended, JAPAN);
        if (signed.isAfter(LAST_DAY)) {
            signed = LAST_DAY;
        }
        LicenceKind kind = i % 10 < 6 ? LicenceKind.NON_EXCLUSIVE : LicenceKind.values()[i % 10];
        jdbc.update(
                """
                INSERT INTO contract (number, case_number, seed_number, need_number, patent_granted, technology_fields,
                  licensor_organisation, licensor_name, licensor_type, licensor_prefecture, licensee_organisation,
                  licensee_name, licensee_type, licensee_prefecture, kind, field_of_use, territory, acts, begins_on, ends_on,
                  upfront_yen, royalty_percent, minimum_annual_yen, signed_on, status, reported_by, reported_at,
                  confirmed_by, confirmed_at, version)
                SELECT ?, ?, seed.number, ?, true, technology_fields, ?, 'Counted licensor', ?, ?, ?, 'Counted licensee', ?, ?,
                  ?, 'Any', 'Japan', 'MAKE', ?, ?, 0, 0, 0, ?, 'CONFIRMED', 'reporter', ?, 'confirmer', ?, 0
                FROM seed WHERE number = ?
                """,
                "C-1990-%06d".formatted(i),
                caseNumber,
                need,
                licensor,
                type(),
                from,
                licensee,
                type(),
                to,
                kind.name(),
                Date.valueOf(signed),
                Date.valueOf(signed.plusYears(i % 3 == 0 ? 15 : 1 + i % 5)),
                Date.valueOf(signed),
                at(signed),
                at(signed),
                seed);
    }

    private String type() {
        OrganisationType[] types = OrganisationType.values();
        return types[Math.min(random.nextInt(types.length), random.nextInt(types.length))].name();
    }

    private String prefecture() {
        int place = random.nextInt(60);
        return place < 6 ? "TOKYO" : place < 10 ? "OSAKA" : place == 59 ? null : Prefecture.values()[place % 47].name();
    }

    private static Timestamp at(LocalDate day) {
        return Timestamp.from(day.atTime(9, 0).atZone(JAPAN).toInstant());
    }

    private static String array(List<?> items) {
        StringBuilder array = new StringBuilder("{");
        items.forEach(item -> array.append(array.length() == 1 ? "" : ",")
                .append('"')
                .append(item)
                .append('"'));
        return array.append('}').toString();
    }
}
