package org.kakehashi.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.TestDatabase;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OriginChannel;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every figure of 200 contracts beside SQL that counts the records themselves, not the facts derived from them. */
class FiguresTest {

    private static final String CONTRACTS = "contract c JOIN licensing_case l ON l.number = c.case_number"
            + " JOIN seed s ON s.number = c.seed_number JOIN need n ON n.number = c.need_number";
    private static final String FISCAL =
            "(CASE WHEN to_char(%1$s, 'MM') >= '04' THEN to_char(%1$s, 'YYYY')::int ELSE to_char(%1$s, 'YYYY')::int - 1 END)";

    private static final String TALLY =
            "(SELECT scope, measure, item, fiscal_year, tenths, sum(cases), sum(programme), sum(licensor), sum(licensee),"
                    + " sum(both_sides), sum(legal) FROM duration_tally GROUP BY 1, 2, 3, 4, 5 HAVING sum(cases) <> 0)";

    private static String url;
    private static JdbcTemplate records;
    private static Facts facts;
    private static EarlierResults earlier;
    private static ProgrammeCosts costs;
    private static ImpactFigures impact;
    private static ContractFigures contracts;
    private static ProcessFigures process;
    private static KeyFigures keyFigures;
    private static final CurrentUser USER = new CurrentUser();

    @BeforeAll
    static void twoHundredContracts() {
        url = TestDatabase.fresh();
        Flyway.configure().dataSource(url, "postgres", "").load().migrate();
        records = new JdbcTemplate(new SingleConnectionDataSource(url, "postgres", "", true));
        TwoHundredContracts.in(records);
        JdbcClient jdbc = JdbcClient.create(records);
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        facts = new Facts(jdbc);
        costs = new ProgrammeCosts(jdbc, USER, clock);
        earlier = new EarlierResults(jdbc, costs, USER);
        impact = new ImpactFigures(facts, jdbc, earlier, costs, null);
        contracts = new ContractFigures(facts, earlier);
        process = new ProcessFigures(facts, jdbc, null, clock);
        keyFigures = new KeyFigures(jdbc);
    }

    @Test
    void prefecturesLieInTheRegionsOfTheProgramme() {
        assertThat(records.queryForList("SELECT prefecture || ' ' || region FROM prefecture_region", String.class))
                .containsExactlyInAnyOrderElementsOf(List.of(Prefecture.values()).stream()
                        .map(prefecture -> prefecture + " " + prefecture.region())
                        .toList());
    }

    @Test
    void factsDerivedAnewAreTheSame() {
        List<String> tables =
                List.of("contract_fact", "case_fact", "stage_passage", "asking_fact", "impact_fact", TALLY);
        Map<String, String> before = tables.stream().collect(Collectors.toMap(table -> table, FiguresTest::content));
        assertThat(before.get("contract_fact")).hasSizeGreaterThan(10_000);
        facts.deriveAnew();
        tables.forEach(table -> assertThat(content(table)).as(table).isEqualTo(before.get(table)));
    }

    @Test
    void whatChangesLaterDoesNotMoveTheFiguresOfThePast() {
        String before = content("contract_fact");
        records.execute("BEGIN");
        records.update("UPDATE seed SET ipc = '{}', technology_fields = '{}', prefecture = 'OKINAWA'");
        records.update("UPDATE organisation SET type = 'LARGE', prefecture = 'OKINAWA'");
        records.update("UPDATE licensing_case SET licensor_adviser = 'somebody-else'");
        facts.deriveAnew();
        assertThat(content("contract_fact")).isEqualTo(before);
        records.execute("ROLLBACK");
    }

    @Test
    void aVoidContractLeavesTheFigures() {
        records.execute("BEGIN");
        records.update(
                "UPDATE contract SET status = 'VOID', confirmed_by = NULL, confirmed_at = NULL WHERE number = 'C-1990-000001'");
        assertThat(records.queryForList("SELECT contract_number FROM contract_fact", String.class))
                .hasSize(199)
                .doesNotContain("C-1990-000001");
        records.execute("ROLLBACK");
    }

    @Test
    void byFiscalYearAndCumulated() {
        Figure figure = figure(contracts.overview(Selection.all()), "by-year");
        Map<String, Object> expected =
                map("SELECT 'FY' || " + FISCAL.formatted("signed_on") + ", count(*) FROM " + CONTRACTS + " GROUP BY 1");
        assertThat(values(figure, "contracts")).isEqualTo(expected);
        long sum = 0;
        for (Figure.Line line : figure.lines()) {
            sum += (Long) Objects.requireNonNull(line.cells().get(1).value());
            assertThat(line.cells().get(2).value()).isEqualTo(sum);
        }
        assertThat(sum).isEqualTo(200);
    }

    @Test
    void byKindChannelAndDistanceAndTypeWithPercentages() {
        List<Figure> overview = contracts.overview(Selection.all());
        assertShares(
                figure(overview, "by-kind"),
                map("SELECT kind, count(*) FROM " + CONTRACTS + " GROUP BY 1"),
                key -> LicenceKind.valueOf(key).english());
        assertShares(
                figure(overview, "by-channel"),
                map("SELECT CASE WHEN s.source = 'consultation' OR n.source = 'consultation' THEN 'CONSULTATION'"
                        + " WHEN n.source = 'business-market' THEN 'EVENT' WHEN n.source = 'portal' THEN 'PORTAL'"
                        + " ELSE 'ADVISER' END, count(*) FROM " + CONTRACTS + " GROUP BY 1"),
                key -> OriginChannel.valueOf(key).english());
        assertShares(
                figure(contracts.places(Selection.all()), "distance"),
                map("SELECT CASE WHEN c.licensor_prefecture IS NULL OR c.licensee_prefecture IS NULL THEN 'ABROAD'"
                        + " WHEN c.licensor_prefecture <> c.licensee_prefecture THEN 'DIFFERENT' ELSE 'SAME' END, count(*)"
                        + " FROM " + CONTRACTS + " GROUP BY 1"),
                key -> Distance.valueOf(key).english());
        for (String side : List.of("licensor", "licensee")) {
            assertShares(
                    figure(parties("1999-03-31", "2000-03-31"), side + "-type"),
                    map("SELECT " + side + "_type, count(*) FROM " + CONTRACTS + " GROUP BY 1"),
                    key -> OrganisationType.valueOf(key).english());
        }
    }

    @Test
    void theFirstInterfaceSaysTheSame() {
        ContractStatistics statistics = contracts.statistics(Selection.all());
        assertThat(statistics.contracts()).isEqualTo(200);
        assertThat(statistics.byFiscalYear().get(9).cumulative()).isEqualTo(200);
        assertThat(statistics.byLicenseeType().stream()
                        .collect(Collectors.toMap(
                                ContractStatistics.Share::name, share -> (Object) (long) share.contracts())))
                .isEqualTo(map("SELECT licensee_type, count(*) FROM contract GROUP BY 1"));
        assertThat(statistics
                        .byTechnologyField()
                        .get(statistics.byTechnologyField().size() - 1)
                        .name())
                .isEqualTo("Unclassified");
        assertThat(contracts.statistics(selection("to=1989-12-31")).byRegion()).isEmpty();
    }

    @Test
    void byFieldWithDoubleCountingAndUnclassified() {
        List<Figure> fields = contracts.fields(Selection.all());
        assertShares(
                figure(fields, "wipo-fields"),
                map("SELECT coalesce(field::text, '0'), count(*) FROM " + CONTRACTS
                        + " LEFT JOIN LATERAL unnest(c.technology_fields) field ON true GROUP BY 1"),
                key -> key.equals("0")
                        ? "Unclassified"
                        : TechnologyField.numbered(Integer.parseInt(key)).english());
        Map<String, Object> byHand = new LinkedHashMap<>();
        // The seven kinds of seeds of the fixture, read beside INPIT's list; the fifth names its field itself.
        List<List<InpitField>> ofSeed = List.of(
                List.of(InpitField.ELECTRICITY),
                List.of(InpitField.ELECTRICITY, InpitField.INFORMATION),
                List.of(InpitField.CHEMISTRY, InpitField.FOOD),
                List.of(InpitField.METALS),
                List.of(InpitField.METALS),
                List.of(InpitField.TRANSPORT),
                List.of());
        IntStream.range(0, 200).forEach(i -> {
            List<InpitField> those = ofSeed.get(i % 28 % 7);
            those.forEach(field -> byHand.merge(field.english(), 1L, (one, other) -> (Long) one + (Long) other));
            if (those.isEmpty()) {
                byHand.merge("Unclassified", 1L, (one, other) -> (Long) one + (Long) other);
            }
        });
        assertThat(values(figure(fields, "inpit-fields"), "contracts")).isEqualTo(byHand);
        assertThat(sum(byHand)).as("more than the 200 contracts").isGreaterThan(200);
    }

    @Test
    void regionsCountAContractOnceInEachAndFlowsOnce() {
        Map<String, Object> regions = new LinkedHashMap<>();
        for (Prefecture.Region region : Prefecture.Region.values()) {
            String members = List.of(Prefecture.values()).stream()
                    .filter(prefecture -> prefecture.region() == region)
                    .map(prefecture -> "'" + prefecture + "'")
                    .collect(Collectors.joining(", ", "(", ")"));
            regions.put(
                    region.name(),
                    records.queryForObject(
                            "SELECT count(*) FROM contract WHERE licensor_prefecture IN " + members
                                    + " OR licensee_prefecture IN " + members,
                            Long.class));
        }
        List<Figure> places = contracts.places(Selection.all());
        assertShares(figure(places, "regions"), regions, key -> Prefecture.Region.valueOf(key)
                .english());
        assertThat(sum(regions)).as("more than the 200 contracts").isGreaterThan(200);

        Figure flows = figure(places, "flows");
        assertThat(flows.lines()).hasSize(48);
        long all = 0;
        for (int row = 0; row < 48; row++) {
            for (int column = 0; column < 48; column++) {
                Long expected = records.queryForObject(
                        "SELECT count(*) FROM contract WHERE licensor_prefecture IS NOT DISTINCT FROM ?"
                                + " AND licensee_prefecture IS NOT DISTINCT FROM ?",
                        Long.class,
                        row == 47 ? null : Prefecture.values()[row].name(),
                        column == 47 ? null : Prefecture.values()[column].name());
                assertThat(flows.lines().get(row).cells().get(column + 1).value())
                        .isEqualTo(expected);
                all += expected;
            }
        }
        assertThat(all).isEqualTo(200);
        for (Figure.Line line : figure(places, "prefectures").lines()) {
            String name = String.valueOf(line.cells().get(0).value()).toUpperCase(java.util.Locale.ROOT);
            assertThat(line.cells().get(1).value())
                    .isEqualTo(records.queryForObject(
                            "SELECT count(*) FROM contract WHERE ? IN (licensor_prefecture, licensee_prefecture)",
                            Long.class,
                            name));
        }
    }

    @Test
    void sharesOfTypesMoveBetweenTwoDays() {
        Figure moved = figure(parties("1994-06-30", "1999-12-31"), "licensee-type-moved");
        Map<String, Object> expected = map("""
                SELECT licensee_type, round(100 * (
                    count(*) FILTER (WHERE signed_on <= DATE '1999-12-31')::numeric
                      / (SELECT count(*) FROM contract WHERE signed_on <= DATE '1999-12-31')
                    - count(*) FILTER (WHERE signed_on <= DATE '1994-06-30')::numeric
                      / (SELECT count(*) FROM contract WHERE signed_on <= DATE '1994-06-30')), 1)
                FROM contract GROUP BY 1
                """);
        assertThat(values(moved, "moved")).isEqualTo(renamed(expected, key -> OrganisationType.valueOf(key)
                .english()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "region=KANTO; c.licensor_prefecture IN (%kanto) OR c.licensee_prefecture IN (%kanto)",
                "field=W8; 8 = ANY (c.technology_fields)",
                "field=W0; c.technology_fields = '{}'",
                "adviser=counted-3; 'counted-3' IN (l.licensor_adviser, l.licensee_adviser)",
                "from=1993-04-01&to=1995-12-31; c.signed_on BETWEEN DATE '1993-04-01' AND DATE '1995-12-31'",
                "licenseePrefecture=abroad; c.licensee_prefecture IS NULL",
                "kind=RESEARCH_TOOL&licensorType=SME; c.kind = 'RESEARCH_TOOL' AND c.licensor_type = 'SME'"
            })
    void eachChoiceNarrows(String query, String condition) {
        String kanto = List.of(Prefecture.values()).stream()
                .filter(prefecture -> prefecture.region() == Prefecture.Region.KANTO)
                .map(prefecture -> "'" + prefecture + "'")
                .collect(Collectors.joining(", "));
        Long expected = records.queryForObject(
                "SELECT count(*) FROM " + CONTRACTS + " WHERE " + condition.replace("%kanto", kanto), Long.class);
        Selection selection = selection(query);
        assertThat(expected).isBetween(0L, 199L);
        assertThat(facts.contracts(selection)).isEqualTo(expected);
        assertThat(sum(values(figure(contracts.overview(selection), "by-kind"), "contracts")))
                .isEqualTo(expected);
        assertThat(Selection.of(parameters(selection.query().replaceFirst("\\?", "")))
                        .query())
                .isEqualTo(selection.query());
    }

    /** Sums of what lies beside them, and what is no count of cases, do not open. */
    private static final Set<String> CLOSED = Set.of("jobs", "research-tools licences", "research-tools cumulative");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "region=KANTO&from=1991-04-01",
                "field=I8&from=1992-06-15&to=1998-02-10",
                "adviser=counted-3&to=1999-12-31"
            })
    void everyCountOpensToAsManyAsItCounts(String query) {
        Selection chosen = selection(query);
        var all = new ArrayList<Figure>(contracts.overview(chosen));
        all.addAll(contracts.fields(chosen));
        all.addAll(contracts.places(chosen));
        all.addAll(contracts.parties(chosen, LocalDate.of(1995, 1, 1), LocalDate.of(1999, 1, 1)));
        all.addAll(impact.impact(chosen));
        all.add(keyFigures.figure(chosen));
        all.addAll(process.figures(chosen));
        int opened = 0;
        for (Figure figure : all) {
            for (Figure.Line line : figure.lines()) {
                for (int at = 0; at < line.cells().size(); at++) {
                    Figure.Cell cell = line.cells().get(at);
                    String what = figure.id() + " " + figure.columns().get(at).key();
                    boolean counts = figure.columns().get(at).unit() == Figure.Unit.COUNT
                            && cell.value() instanceof Long count
                            && count > 0;
                    if (counts && !CLOSED.contains(figure.columns().get(at).key()) && !CLOSED.contains(what)) {
                        assertThat(cell.address()).as(what).isNotNull();
                        long behind = behind(cell.address());
                        if (cell.address().contains("asked=") || cell.address().contains("answered=")) {
                            assertThat((Long) cell.value())
                                    .as("one side or both of each case, " + what)
                                    .isBetween(behind, 2 * behind);
                        } else {
                            assertThat(behind).as(what + " " + cell.address()).isEqualTo(cell.value());
                        }
                        opened++;
                    }
                }
            }
        }
        assertThat(opened).isGreaterThan(100);
    }

    private static long behind(String address) {
        Selection selection = selection(address.replaceFirst("[^?]*\\??", ""));
        PageRequest page = PageRequest.of(0, 3);
        String path = address.replaceFirst("\\?.*", "");
        return switch (path) {
            case "/statistics/contracts" -> facts.contracts(selection, page).getTotalElements();
            case "/statistics/cases" -> facts.cases(selection, page).getTotalElements();
            case "/statistics/tool-licences" -> facts.tools(selection, page).getTotalElements();
            default ->
                facts.records(Records.of(path.replace("/statistics/records/", "")), selection, page)
                        .getTotalElements();
        };
    }

    @Test
    void theFunnelAndTheReasonsOfDroppingOut() {
        Figure funnel = process.funnel(Selection.all());
        Map<String, Object> reached = values(funnel, "reached");
        assertThat(reached.get("Seeds registered")).isEqualTo(28L);
        assertThat(reached.get("Pairs proposed")).isEqualTo(260L);
        assertThat(reached.get("Matches accepted")).isEqualTo(260L);
        assertThat(reached.get("Introduction"))
                .isEqualTo(casesWith("INTRODUCTION", "CONFIDENTIALITY", "TERMS", "CLEARANCE"));
        assertThat(reached.get("Confidentiality agreement"))
                .isEqualTo(casesWith("CONFIDENTIALITY", "TERMS", "CLEARANCE"));
        assertThat(reached.get("Terms")).isEqualTo(casesWith("TERMS", "CLEARANCE"));
        assertThat(reached.get("Contract")).isEqualTo(200L);
        assertThat(values(funnel, "ofMatches").get("Contract")).isEqualTo(new BigDecimal("76.9"));
        assertThat(values(process.droppedOut(Selection.all()), "cases"))
                .isEqualTo(renamed(
                        map("SELECT outcome, count(*) FROM licensing_case WHERE outcome <> 'CONCLUDED' GROUP BY 1"),
                        key -> org.kakehashi.shared.OutcomeCode.valueOf(key).english()));
    }

    private static long casesWith(String... stages) {
        return Objects.requireNonNull(records.queryForObject(
                "SELECT count(DISTINCT case_number) FROM case_clock WHERE stage = ANY (?)", Long.class, (Object)
                        stages));
    }

    /** Whole fiscal years, parts of years at both ends, days within a single year, a region, and what nothing is summed up for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; true",
                "from=1993-04-01&to=1996-03-31; day BETWEEN '1993-04-01' AND '1996-03-31'",
                "from=1992-11-15&to=1997-06-30; day BETWEEN '1992-11-15' AND '1997-06-30'",
                "from=1994-06-01&to=1994-12-31; day BETWEEN '1994-06-01' AND '1994-12-31'",
                "region=KANTO&from=1992-11-15; day >= '1992-11-15' AND 'KANTO' = ANY (regions)",
                "region=KANTO&adviser=counted-3; 'KANTO' = ANY (regions) AND 'counted-3' IN (licensor_adviser, licensee_adviser)"
            })
    void medianAndNinetiethPercentileOfDaysWhoseTimeItWasAndWhoAnswered(String query, String condition) {
        String where = " JOIN (SELECT number AS case_number, licensor_adviser, licensee_adviser,"
                + " regions_of(licensor_prefecture, licensee_prefecture) AS regions FROM licensing_case) l"
                + " USING (case_number) WHERE " + condition + " GROUP BY 1";
        Figure durations = process.durations(selection(query));
        String passages = "(SELECT case_number, stage, (max(until) AT TIME ZONE 'Asia/Tokyo')::date AS day,"
                + " sum(extract(epoch FROM until - since)) AS seconds,"
                + " sum(extract(epoch FROM until - since)) FILTER (WHERE move_of = 'LICENSEE') AS of_licensee"
                + " FROM case_clock GROUP BY case_number, stage) passage" + where;
        assertThat(values(durations, "median")).isEqualTo(ofStages("SELECT stage, " + percentile(0.5), passages));
        assertThat(values(durations, "ninetieth")).isEqualTo(ofStages("SELECT stage, " + percentile(0.9), passages));
        assertThat(values(durations, "LICENSEE"))
                .isEqualTo(ofStages("SELECT stage, round(100 * sum(of_licensee) / sum(seconds), 1)", passages));
        String answers = "(SELECT asking.case_number, (asked_at AT TIME ZONE 'Asia/Tokyo')::date AS day,"
                + " extract(epoch FROM at - asked_at) AS seconds FROM party_asking asking LEFT JOIN party_answer"
                + " USING (case_number, side, occasion, round)) answer" + where;
        Figure responses = process.responses(selection(query));
        String consent = "Consent to the introduction";
        assertThat(values(responses, "asked").get(consent))
                .isEqualTo(map("SELECT 1, count(*) FROM " + answers).get("1"));
        assertThat(values(responses, "answered").get(consent))
                .isEqualTo(map("SELECT 1, count(seconds) FROM " + answers).get("1"));
        assertThat(values(responses, "median").get(consent))
                .isEqualTo(
                        map("SELECT 1, " + percentile(0.5) + " FROM " + answers).get("1"));
    }

    private static String percentile(double part) {
        return "round((percentile_cont(" + part + ") WITHIN GROUP (ORDER BY round(seconds / 8640)) / 10)::numeric, 1)";
    }

    private static Map<String, Object> ofStages(String select, String from) {
        return renamed(map(select + " FROM " + from), key -> Stage.valueOf(key).english());
    }

    @Test
    void bothSidesAreAskedWhileTheirCaseMovesOnAndNobodyWaits() {
        var elsewhere = new JdbcTemplate(new SingleConnectionDataSource(url, "postgres", "", true));
        elsewhere.execute("SET lock_timeout = '3s'");
        var third = new JdbcTemplate(new SingleConnectionDataSource(url, "postgres", "", true));
        third.execute("SET lock_timeout = '3s'");
        String ask = "INSERT INTO party_asking (case_number, side, occasion, round, asked_at)"
                + " VALUES ('L-1990-000001', ?, 'NDA', 1, TIMESTAMP '1995-05-05 12:00')";
        records.execute("BEGIN");
        records.update("UPDATE licensing_case SET summary = 'Moved on' WHERE number = 'L-1990-000001'");
        elsewhere.execute("BEGIN");
        elsewhere.update(ask, "LICENSOR");
        third.update(ask, "LICENSEE");
        elsewhere.execute("COMMIT");
        records.execute("COMMIT");
        String derived = content("asking_fact") + content(TALLY);
        facts.deriveAnew();
        assertThat(content("asking_fact") + content(TALLY)).isEqualTo(derived).contains("NDA");
        records.update("DELETE FROM party_asking WHERE occasion = 'NDA'");
        assertThat(content(TALLY)).doesNotContain("NDA");
    }

    /** One after another each is changed, and what was summed up before is mended by what is added. */
    @Test
    void durationsThatChangeAndAreSummedUpAreTheSameAsDerivedAnew() {
        records.execute("BEGIN");
        records.update("UPDATE case_clock SET until = until + interval '3 days' WHERE stage = 'REPORT'");
        records.update("DELETE FROM party_answer WHERE side = 'LICENSEE' AND case_number LIKE '%7'");
        records.update("UPDATE licensing_case SET licensor_prefecture = 'OKINAWA' WHERE number LIKE '%3'");
        String added = content(TALLY);
        records.execute("SELECT sum_up_durations()");
        assertThat(content(TALLY)).isEqualTo(added);
        assertThat(records.queryForObject("SELECT count(*) FROM duration_tally", Integer.class))
                .isEqualTo(records.queryForObject("SELECT count(*) FROM " + TALLY + " tally", Integer.class));
        facts.deriveAnew();
        assertThat(content(TALLY)).isEqualTo(added);
        records.execute("ROLLBACK");
    }

    @Test
    void researchToolLicencesStandApart() {
        Figure tools = figure(contracts.overview(selection("region=KANTO")), "research-tools");
        String kanto = " IN (SELECT prefecture FROM prefecture_region WHERE region = 'KANTO')";
        assertThat(sum(values(tools, "standard")))
                .isEqualTo(records.queryForObject(
                        "SELECT count(*) FROM tool_licence l JOIN seed s ON s.number = l.seed_number WHERE l.status ="
                                + " 'CONCLUDED' AND (l.prefecture" + kanto + " OR s.prefecture" + kanto + ")",
                        Long.class))
                .isBetween(1L, 14L);
        Figure key = keyFigures.figure(selection(TwoHundredContracts.PERIOD));
        assertThat(renamed(values(key, "standardTools"), year -> year))
                .isEqualTo(map("SELECT 'FY' || " + FISCAL.formatted("concluded_on")
                        + ", count(*) FROM tool_licence WHERE status = 'CONCLUDED' GROUP BY 1"));
        assertThat(sum(values(figure(contracts.overview(Selection.all()), "by-kind"), "contracts")))
                .as("licences on standard terms are no contracts")
                .isEqualTo(200);
    }

    @Test
    void aFieldIsKnownByEachOfItsNames() {
        for (InpitField field : InpitField.values()) {
            for (String name : List.of(field.japanese(), field.english(), " " + field.name())) {
                assertThat(records.queryForObject(
                                "SELECT inpit_fields(ARRAY[?], ARRAY['A01B 1/00'])::text", String.class, name))
                        .isEqualTo("{" + field.number() + "}");
            }
        }
        assertThat(records.queryForObject(
                        "SELECT inpit_fields(ARRAY['?'], ARRAY['A01B 1/00', 'A61K', 'X'])::text", String.class))
                .isEqualTo("{7,11,13}");
    }

    @Test
    void roundsOfTermsPerContract() {
        assertThat(values(process.rounds(Selection.all()), "cases"))
                .isEqualTo(map("SELECT rounds::text, count(*) FROM (SELECT count(*) AS rounds FROM term_round"
                        + " GROUP BY case_number) each GROUP BY 1"));
    }

    @Test
    void keyFiguresByFiscalYear() {
        Figure figure = keyFigures.figure(selection(TwoHundredContracts.PERIOD));
        String year = "'FY' || " + FISCAL.formatted("c.signed_on");
        assertThat(values(figure, "licences"))
                .isEqualTo(map("SELECT " + year + ", count(*) FILTER (WHERE kind NOT IN ('OPTION', 'EVALUATION',"
                        + " 'ASSIGNMENT', 'RESEARCH_TOOL')) FROM " + CONTRACTS + " GROUP BY 1"));
        assertThat(values(figure, "researchTools"))
                .isEqualTo(map("SELECT " + year + ", count(*) FILTER (WHERE kind = 'RESEARCH_TOOL') FROM " + CONTRACTS
                        + " GROUP BY 1"));
        assertThat(values(figure, "active").get("FY1994"))
                .isEqualTo(records.queryForObject(
                        "SELECT count(*) FROM contract WHERE kind NOT IN ('OPTION', 'EVALUATION', 'ASSIGNMENT',"
                                + " 'RESEARCH_TOOL') AND begins_on <= '1995-03-31' AND coalesce(ends_on, '9999-12-31') > '1995-03-31'",
                        Long.class));
        assertThat(sum(values(figure, "seeds")))
                .isEqualTo(records.queryForObject(
                        "SELECT count(*) FROM seed WHERE registered_at < '2000-04-01 00:00+09'", Long.class));
    }

    /** Fifty contracts, each with sales of its place in millions, and 1,500 yen more; of 1998 the second release counts. */
    @Test
    void impactCostAndRatioByYearAndTheirAllocationByField() {
        records.execute("BEGIN");
        asManager(() -> {
            for (int year = 1990; year <= 1999; year++) {
                costs.enter(year, BigDecimal.valueOf(1_000_000_000));
            }
            return 0;
        });
        List<Figure> all = impact.impact(selection(TwoHundredContracts.PERIOD));
        long ofAYear =
                IntStream.range(0, 50).mapToLong(i -> i * 4_000_000L + 1_500).sum();
        long of1998 =
                ofAYear + IntStream.range(0, 50).mapToLong(i -> i * 4_000_000L).sum();
        Figure years = figure(all, "impact-by-year");
        assertThat(values(years, "impact").get("FY1996")).isEqualTo(BigDecimal.valueOf(ofAYear));
        assertThat(values(years, "impact").get("FY1998")).isEqualTo(BigDecimal.valueOf(of1998));
        assertThat(values(years, "jobs").get("FY1997")).isEqualTo(100L);
        assertThat(values(years, "contracts").get("FY1997")).isEqualTo(50L);
        assertThat(values(years, "ratioToDate").get("FY1999"))
                .isEqualTo(BigDecimal.valueOf(2 * ofAYear + of1998)
                        .divide(BigDecimal.valueOf(10_000_000_000L), 1, java.math.RoundingMode.HALF_UP));
        Figure fields = figure(all, "impact-by-field");
        Map<String, Object> expected = map("""
                SELECT field, sum(sales_yen + investment_yen + cost_saved_yen) FROM released_figure
                JOIN contract ON number = contract_number
                CROSS JOIN LATERAL unnest(inpit_fields) AS field
                WHERE (released_figure.fiscal_year, release) IN ((1996, 1), (1997, 1), (1998, 2)) GROUP BY 1
                """);
        Map<String, Object> impacts = values(fields, "impact");
        expected.forEach((field, yen) -> assertThat(
                        impacts.get(InpitField.numbered(Integer.parseInt(field)).english()))
                .isEqualTo(yen));
        for (String time : List.of(TwoHundredContracts.PERIOD, "from=1997-04-01&to=1998-06-30")) {
            assertThat(values(figure(impact.impact(selection(time)), "impact-by-field"), "contracts")
                            .get("Metals"))
                    .as("a contract with an impact in several years counts once")
                    .isEqualTo(records.queryForObject(
                            "SELECT count(DISTINCT contract_number) FROM released_figure JOIN contract ON number ="
                                    + " contract_number WHERE 8 = ANY (inpit_fields)",
                            Long.class));
        }
        long metals = Objects.requireNonNull(
                records.queryForObject("SELECT count(*) FROM contract WHERE 8 = ANY (inpit_fields)", Long.class));
        assertThat(values(fields, "cost").get("Metals")).isEqualTo(BigDecimal.valueOf(10_000_000_000L * metals / 200));
        records.execute("ROLLBACK");
    }

    /** The programme's own numbers: 6 contracts in 1997, 13,427 in all, 59 % across prefectures, 329 billion yen, 8.9 times. */
    @Test
    void resultsFromBeforeTheSystemAreMarkedAndTheSourcesRoundingComesOut() {
        records.execute("BEGIN");
        records.update("TRUNCATE contract_fact, impact_fact");
        int taken = asManager(() -> earlier.take("""
                fiscalYear,breakdown,category,contracts,impactYen,costYen
                1997,TOTAL,,6,0,1000000000
                2009,TOTAL,,13421,329000000000,36000000000
                2009,DISTANCE,SAME,5499,,
                2009,DISTANCE,DIFFERENT,7922,,
                """));
        assertThat(taken).isEqualTo(4);
        Figure years = figure(contracts.overview(Selection.all()), "by-year");
        assertThat(values(years, "cumulative")).containsEntry("FY1997", 6L).containsEntry("FY2009", 13_427L);
        assertThat(years.lines().get(0).beforeSystem()).isTrue();
        assertThat(years.note()).contains("imported from before the system");
        Figure distance = figure(contracts.places(Selection.all()), "distance");
        assertThat(values(distance, "percent"))
                .containsEntry("Different prefectures", new BigDecimal("59.0"))
                .containsEntry("Same prefecture", new BigDecimal("41.0"));
        assertThat(values(impact.impact(Selection.all()).get(0), "ratioToDate").get("FY2009"))
                .isEqualTo(new BigDecimal("8.9"));
        assertThat(contracts.overview(selection("region=KANTO")).get(0).lines())
                .as("nobody knows earlier results by region of one contract")
                .isEmpty();
        records.execute("ROLLBACK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fiscalYear,breakdown,category,contracts",
                "fiscalYear,breakdown,contracts\n1997,TOTAL,6",
                "fiscalYear,breakdown,category,contracts\n97,TOTAL,,6",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,six",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,-6",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,6\n1997,TOTAL,,7",
                "fiscalYear,breakdown,category,contracts\n1997,REGION,KANTO,6",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,6\n1997,REGION,EUROPE,6",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,6\n1997,DISTANCE,SAME,7",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,,6,9",
                "fiscalYear,breakdown,category,contracts\n1997,TOTAL,\"6"
            })
    void aWrongFileOfEarlierResultsIsRefusedAndNothingOfItTaken(String csv) {
        assertThatThrownBy(() -> asManager(() -> earlier.take(csv))).isInstanceOf(Refusal.class);
        assertThat(earlier.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2000-01-01&to=1999-01-01",
                "region=EUROPE",
                "field=X3",
                "field=W36",
                "field=I14",
                "year=0",
                "kind=NONE",
                "licensorPrefecture=JP-48"
            })
    void aWrongChoiceIsRefused(String query) {
        assertThatThrownBy(() -> selection(query)).isInstanceOf(Refusal.class);
    }

    private static int asManager(java.util.function.Supplier<Integer> deed) {
        return USER.acting("counting-manager", Set.of(Roles.MANAGERS), deed);
    }

    private static List<Figure> parties(String first, String second) {
        return contracts.parties(Selection.all(), LocalDate.parse(first), LocalDate.parse(second));
    }

    private static void assertShares(
            Figure figure, Map<String, Object> expected, java.util.function.UnaryOperator<String> name) {
        assertThat(values(figure, "contracts")).as(figure.id()).isEqualTo(renamed(expected, name));
        Map<String, Object> percent = new LinkedHashMap<>();
        expected.forEach((key, count) -> percent.put(
                name.apply(key),
                records.queryForObject("SELECT round(?::numeric * 100 / 200, 1)", BigDecimal.class, count)));
        expected.values().removeIf(count -> count.equals(0L));
        percent.values().removeIf(share -> ((BigDecimal) share).signum() == 0);
        assertThat(values(figure, "percent")).as(figure.id()).isEqualTo(percent);
    }

    private static Map<String, Object> renamed(
            Map<String, Object> values, java.util.function.UnaryOperator<String> name) {
        var renamed = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (!value.equals(0L)) {
                renamed.put(name.apply(key), value);
            }
        });
        return renamed;
    }

    private static Selection selection(String query) {
        return Selection.of(parameters(query));
    }

    private static Map<String, String> parameters(String query) {
        return query.isEmpty()
                ? Map.of()
                : List.of(query.split("&")).stream()
                        .map(pair -> pair.split("="))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Figure figure(List<Figure> figures, String id) {
        return figures.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private static Map<String, Object> values(Figure figure, String key) {
        int column = figure.columns().stream().map(Figure.Column::key).toList().indexOf(key);
        var values = new LinkedHashMap<String, Object>();
        figure.lines()
                .forEach(line -> values.put(
                        String.valueOf(line.cells().get(0).value()),
                        line.cells().get(column).value()));
        return values;
    }

    private static Map<String, Object> map(String sql) {
        var values = new LinkedHashMap<String, Object>();
        records.query(sql, row -> {
            values.put(row.getString(1), row.getObject(2));
        });
        return values;
    }

    private static long sum(Map<String, Object> counts) {
        return counts.values().stream().mapToLong(count -> (Long) count).sum();
    }

    private static String content(String table) {
        return Objects.requireNonNull(records.queryForObject(
                "SELECT string_agg(row::text, E'\\n' ORDER BY row::text) FROM " + table + " row", String.class));
    }
}
