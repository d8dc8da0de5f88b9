package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.EarlierResults.Breakdown;
import org.kakehashi.outcomes.Facts.Tally;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Chart;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.kakehashi.outcomes.Figure.Unit;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OriginChannel;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contracts by what they had about them at signing. */
@Component
@Transactional(readOnly = true)
class ContractFigures {

    static final String CONTRACTS = "/statistics/contracts";
    static final String UNCLASSIFIED = "Unclassified";

    private final Facts facts;
    private final EarlierResults earlier;

    ContractFigures(Facts facts, EarlierResults earlier) {
        this.facts = facts;
        this.earlier = earlier;
    }

    List<Figure> overview(Selection selection) {
        Tally counts = facts.tally(selection, "fiscal_year", "kind", "channel");
        Map<String, Long> toolsByYear = counts.by(
                "fiscal_year",
                "kind",
                (year, kind) -> kind.equals(LicenceKind.RESEARCH_TOOL.name()) ? Stream.of(year) : Stream.empty());
        return List.of(
                years(counts.by("fiscal_year"), selection),
                shares(
                        "by-kind",
                        "By kind of right",
                        "",
                        counted(LicenceKind.values(), counts.by("kind")),
                        counts.all(),
                        LicenceKind::english,
                        selection,
                        Selection.KIND,
                        Enum::name,
                        Breakdown.NONE),
                shares(
                        "by-channel",
                        "By channel of origin",
                        "",
                        counted(OriginChannel.values(), counts.by("channel")),
                        counts.all(),
                        OriginChannel::english,
                        selection,
                        Selection.CHANNEL,
                        Enum::name,
                        Breakdown.CHANNEL),
                tools(toolsByYear, selection));
    }

    /** Those that were negotiated as contracts, and those that anybody gets on the conditions of the record. */
    private Figure tools(Map<String, Long> negotiated, Selection selection) {
        Map<String, Long> standard = facts.counts(
                "SELECT fiscal_year::text AS value, count(*) AS contracts FROM tool_licence_fact"
                        + selection.contracts() + " GROUP BY 1",
                selection);
        var years = new TreeSet<String>(negotiated.keySet());
        years.addAll(standard.keySet());
        List<Line> lines = new ArrayList<>();
        long cumulative = 0;
        for (String year : years) {
            long contracts = negotiated.getOrDefault(year, 0L);
            long licences = standard.getOrDefault(year, 0L);
            cumulative += contracts + licences;
            Selection those = selection.with(Selection.YEAR, year);
            lines.add(Line.of(
                    Cell.of(FiscalYear.name(Integer.parseInt(year))),
                    Cell.of(contracts + licences),
                    Cell.of(cumulative),
                    Cell.of(contracts, open(those.with(Selection.KIND, LicenceKind.RESEARCH_TOOL.name()))),
                    Cell.of(licences, openTools(those))));
        }
        return new Figure(
                "research-tools",
                "Research-tool licences",
                "Licences on the standard terms of a record stand here only; they are no contracts and have no advisers.",
                Chart.YEARS,
                List.of(
                        Figure.text("Fiscal year"),
                        Figure.count("licences", "Licences"),
                        Figure.count("cumulative", "Cumulative"),
                        Figure.count("contracts", "Negotiated as contracts"),
                        Figure.count("standard", "On standard terms")),
                lines);
    }

    /** The same in the words of the first interface for it. */
    ContractStatistics statistics(Selection selection) {
        Tally counts = facts.tally(selection, "fiscal_year", "licensor_type", "licensee_type");
        Tally places = facts.tally(selection, "licensor_prefecture", "licensee_prefecture");
        long all = counts.all();
        var years = new ArrayList<ContractStatistics.Year>();
        int cumulative = 0;
        for (Map.Entry<String, Long> year : counts.by("fiscal_year").entrySet()) {
            cumulative += year.getValue().intValue();
            years.add(new ContractStatistics.Year(
                    Integer.parseInt(year.getKey()), year.getValue().intValue(), cumulative));
        }
        return new ContractStatistics(
                (int) all,
                years,
                shares(counted(Distance.values(), distances(places)), Distance::english, all),
                shares(counted(Prefecture.Region.values(), regions(places)), Prefecture.Region::english, all),
                shares(
                        fieldCounts(
                                facts.tally(selection, "wipo_fields"), "wipo_fields", TechnologyField.values().length),
                        number -> number == 0
                                ? UNCLASSIFIED
                                : TechnologyField.numbered(number).english(),
                        all),
                shares(counted(OrganisationType.values(), counts.by("licensor_type")), OrganisationType::name, all),
                shares(counted(OrganisationType.values(), counts.by("licensee_type")), OrganisationType::name, all),
                ContractStatistics.RULES);
    }

    private static <K> List<ContractStatistics.Share> shares(Map<K, Long> counts, Function<K, String> name, long all) {
        return counts.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> new ContractStatistics.Share(
                        name.apply(kind.getKey()),
                        kind.getValue().intValue(),
                        Objects.requireNonNull(Figure.percentOf(kind.getValue(), all))))
                .toList();
    }

    List<Figure> parties(Selection selection, LocalDate first, LocalDate second) {
        String chosen = "true" + selection.within("signed_on");
        String untilFirst = "signed_on <= DATE '" + first + "'";
        String untilSecond = "signed_on <= DATE '" + second + "'";
        Tally ever = facts.tally(
                selection.without(Selection.FROM, Selection.TO),
                selection.parameters(),
                "licensor_type",
                "licensee_type",
                chosen,
                untilFirst,
                untilSecond);
        Tally counts = ever.where(chosen);
        Tally before = ever.where(untilFirst);
        Tally after = ever.where(untilSecond);
        var figures = new ArrayList<Figure>();
        for (Side side : Side.values()) {
            figures.add(shares(
                    side.lower() + "-type",
                    side == Side.LICENSOR ? "By type of licensor" : "By type of licensee",
                    "The type at signing.",
                    counted(OrganisationType.values(), counts.by(Facts.typeOf(side))),
                    counts.all(),
                    OrganisationType::english,
                    selection,
                    key(side),
                    Enum::name,
                    side == Side.LICENSOR ? Breakdown.LICENSOR_TYPE : Breakdown.LICENSEE_TYPE));
        }
        for (Side side : Side.values()) {
            figures.add(moved(selection, side, first, before, second, after));
        }
        return figures;
    }

    List<Figure> fields(Selection selection) {
        Tally counts = facts.tally(selection, "inpit_fields", "wipo_fields");
        return List.of(
                fields(
                        counts,
                        "inpit-fields",
                        "By INPIT's 13 fields",
                        "inpit_fields",
                        "I",
                        Stream.of(InpitField.values()).map(InpitField::english).toList(),
                        selection,
                        Breakdown.INPIT_FIELD),
                fields(
                        counts,
                        "wipo-fields",
                        "By WIPO's 35 fields",
                        "wipo_fields",
                        "W",
                        Stream.of(TechnologyField.values())
                                .map(TechnologyField::english)
                                .toList(),
                        selection,
                        Breakdown.WIPO_FIELD));
    }

    List<Figure> places(Selection selection) {
        Tally counts = facts.tally(selection, "licensor_prefecture", "licensee_prefecture");
        Map<String, Map<String, Long>> flows = flows(counts);
        return List.of(
                shares(
                        "distance",
                        "Same or different prefecture",
                        "The seats of both parties at signing.",
                        counted(Distance.values(), distances(counts)),
                        counts.all(),
                        Distance::english,
                        selection,
                        Selection.DISTANCE,
                        Enum::name,
                        Breakdown.DISTANCE),
                shares(
                        "regions",
                        "By region",
                        "A contract across regions counts once in each: the sum exceeds the number of contracts.",
                        counted(Prefecture.Region.values(), regions(counts)),
                        counts.all(),
                        Prefecture.Region::english,
                        selection,
                        Selection.REGION,
                        Enum::name,
                        Breakdown.REGION),
                prefectures(selection, flows),
                matrix(selection, flows));
    }

    private static Map<String, Long> distances(Tally counts) {
        return counts.by(
                "licensor_prefecture",
                "licensee_prefecture",
                (from, to) -> Stream.of(Distance.of(from, to).name()));
    }

    private static Map<String, Long> regions(Tally counts) {
        return counts.by("licensor_prefecture", "licensee_prefecture", (from, to) -> Stream.of(from, to)
                .filter(place -> !place.isEmpty())
                .map(place -> Prefecture.valueOf(place).region().name())
                .distinct());
    }

    /** From the licensor's prefecture to the licensee's; abroad is an empty text. */
    private static Map<String, Map<String, Long>> flows(Tally counts) {
        var flows = new LinkedHashMap<String, Map<String, Long>>();
        counts.by("licensor_prefecture", "licensee_prefecture", (from, to) -> Stream.of(from + ">" + to))
                .forEach((pair, contracts) -> flows.computeIfAbsent(
                                StringUtils.substringBefore(pair, ">"), place -> new LinkedHashMap<>())
                        .put(StringUtils.substringAfter(pair, ">"), contracts));
        return flows;
    }

    private Figure prefectures(Selection selection, Map<String, Map<String, Long>> flows) {
        List<Line> lines = new ArrayList<>();
        for (Prefecture prefecture : Prefecture.values()) {
            Map<String, Long> out = flows.getOrDefault(prefecture.name(), Map.of());
            long given = sum(out);
            long taken = flows.values().stream()
                    .mapToLong(to -> to.getOrDefault(prefecture.name(), 0L))
                    .sum();
            long within = out.getOrDefault(prefecture.name(), 0L);
            lines.add(Line.of(
                    Cell.of(prefecture.english()),
                    Cell.of(given + taken - within, open(selection.with(Selection.PREFECTURE, prefecture.code()))),
                    Cell.of(given, open(selection.with(Selection.LICENSOR_PREFECTURE, prefecture.code()))),
                    Cell.of(taken, open(selection.with(Selection.LICENSEE_PREFECTURE, prefecture.code()))),
                    Cell.of(
                            within,
                            open(selection
                                    .with(Selection.LICENSOR_PREFECTURE, prefecture.code())
                                    .with(Selection.LICENSEE_PREFECTURE, prefecture.code())))));
        }
        return new Figure(
                "prefectures",
                "By prefecture",
                "A contract between two prefectures counts once in each.",
                Chart.BARS,
                List.of(
                        Figure.text("Prefecture"),
                        Figure.count("contracts", "Contracts"),
                        Figure.count("given", "As licensor"),
                        Figure.count("taken", "As licensee"),
                        Figure.count("within", "Both sides")),
                lines);
    }

    private Figure matrix(Selection selection, Map<String, Map<String, Long>> flows) {
        List<Column> columns = new ArrayList<>(List.of(Figure.text("From")));
        Stream.of(Prefecture.values())
                .forEach(prefecture -> columns.add(Figure.count(prefecture.code(), prefecture.english())));
        columns.add(Figure.count(Selection.ABROAD, "Abroad"));
        List<Line> lines = new ArrayList<>();
        IntStream.rangeClosed(0, Prefecture.values().length).forEach(row -> {
            Map<String, Long> out = flows.getOrDefault(place(row), Map.of());
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.of(columns.get(row + 1).name())));
            IntStream.rangeClosed(0, Prefecture.values().length)
                    .mapToObj(column -> {
                        long contracts = out.getOrDefault(place(column), 0L);
                        return contracts == 0
                                ? Cell.of(0L)
                                : Cell.of(
                                        contracts,
                                        open(selection
                                                .with(Selection.LICENSOR_PREFECTURE, code(row))
                                                .with(Selection.LICENSEE_PREFECTURE, code(column))));
                    })
                    .forEach(cells::add);
            lines.add(new Line(cells, false));
        });
        return new Figure(
                "flows",
                "Flows between prefectures",
                "From the licensor's prefecture (row) to the licensee's (column).",
                Chart.FLOWS,
                columns,
                lines);
    }

    private static String place(int index) {
        return index == Prefecture.values().length ? "" : Prefecture.values()[index].name();
    }

    private static String code(int index) {
        return index == Prefecture.values().length ? Selection.ABROAD : Prefecture.values()[index].code();
    }

    private Figure fields(
            Tally counts,
            String id,
            String title,
            String column,
            String letter,
            List<String> names,
            Selection selection,
            Breakdown breakdown) {
        return shares(
                id,
                title,
                "A contract counts once in each of its patent's fields: the sum may exceed the number of contracts.",
                fieldCounts(counts, column, names.size()),
                counts.all(),
                number -> number == 0 ? UNCLASSIFIED : names.get(number - 1),
                selection,
                Selection.FIELD,
                number -> letter + number,
                breakdown);
    }

    /** Contracts by the field's number; those without a field come last, under 0. */
    private static Map<Integer, Long> fieldCounts(Tally tally, String column, int fields) {
        Map<String, Long> counts = tally.byEach(column);
        var ordered = new LinkedHashMap<Integer, Long>();
        IntStream.rangeClosed(1, fields)
                .forEach(number -> ordered.put(number, counts.getOrDefault(String.valueOf(number), 0L)));
        ordered.put(0, counts.getOrDefault("0", 0L));
        return ordered;
    }

    /** How the shares of the types stood at the end of two days, of all contracts signed until then. */
    private Figure moved(
            Selection selection, Side side, LocalDate first, Tally untilFirst, LocalDate second, Tally untilSecond) {
        Map<OrganisationType, Long> before = withEarlier(untilFirst, side, until(selection, first));
        Map<OrganisationType, Long> after = withEarlier(untilSecond, side, until(selection, second));
        List<Line> lines = new ArrayList<>();
        for (OrganisationType type : OrganisationType.values()) {
            long then = before.getOrDefault(type, 0L);
            long now = after.getOrDefault(type, 0L);
            if (then + now > 0) {
                Selection those = selection.without(Selection.FROM).with(key(side), type.name());
                BigDecimal moved = points(then, sum(before), now, sum(after));
                lines.add(Line.of(
                        Cell.of(type.english()),
                        Cell.of(Figure.percentOf(then, sum(before))),
                        Cell.of(Figure.percentOf(now, sum(after))),
                        Cell.of(moved),
                        Cell.of(then, open(those.with(Selection.TO, first))),
                        Cell.of(now, open(those.with(Selection.TO, second)))));
            }
        }
        return new Figure(
                side.lower() + "-type-moved",
                "How the types of %ss moved".formatted(side.lower()),
                "Shares of all contracts signed until %s and until %s.".formatted(first, second),
                Chart.SHARES,
                List.of(
                        Figure.text("Type"),
                        Figure.percent("before", "Until " + first),
                        Figure.percent("after", "Until " + second),
                        new Column("moved", "Moved by (points)", Unit.POINTS),
                        Figure.count("contractsBefore", "Contracts until " + first),
                        Figure.count("contractsAfter", "Contracts until " + second)),
                lines);
    }

    private static Selection until(Selection selection, LocalDate day) {
        return selection.without(Selection.FROM).with(Selection.TO, day);
    }

    private Map<OrganisationType, Long> withEarlier(Tally tally, Side side, Selection until) {
        var counts = new EnumMap<OrganisationType, Long>(OrganisationType.class);
        counts.putAll(counted(OrganisationType.values(), tally.by(Facts.typeOf(side))));
        earlier.of(side == Side.LICENSOR ? Breakdown.LICENSOR_TYPE : Breakdown.LICENSEE_TYPE, until)
                .forEach((type, contracts) -> counts.merge(OrganisationType.valueOf(type), contracts, Long::sum));
        return counts;
    }

    /** The difference of the exact percentages, rounded at the first decimal. */
    private static @Nullable BigDecimal points(long then, long allThen, long now, long allNow) {
        if (allThen == 0 || allNow == 0) {
            return null;
        }
        return BigDecimal.valueOf(100 * (now * allThen - then * allNow))
                .divide(BigDecimal.valueOf(allThen).multiply(BigDecimal.valueOf(allNow)), 1, RoundingMode.HALF_UP);
    }

    private Figure years(Map<String, Long> counts, Selection selection) {
        var own = new LinkedHashMap<Integer, Long>();
        counts.forEach((year, contracts) -> own.put(Integer.valueOf(year), contracts));
        Map<Integer, Long> before = earlier.contracts(selection);
        List<Line> lines = new ArrayList<>();
        long cumulative = 0;
        int first = Stream.of(own, before)
                .flatMap(years -> years.keySet().stream())
                .min(Integer::compareTo)
                .orElse(0);
        int last = Stream.of(own, before)
                .flatMap(years -> years.keySet().stream())
                .max(Integer::compareTo)
                .orElse(-1);
        for (int year = first; year <= last; year++) {
            long system = own.getOrDefault(year, 0L);
            long imported = before.getOrDefault(year, 0L);
            cumulative += system + imported;
            var cells = new ArrayList<Cell>(List.of(
                    Cell.of(FiscalYear.name(year)),
                    system == 0
                            ? Cell.of(imported)
                            : Cell.of(system + imported, open(selection.with(Selection.YEAR, year))),
                    before.isEmpty() ? Cell.of(cumulative, open(until(selection, year))) : Cell.of(cumulative)));
            if (!before.isEmpty()) {
                cells.add(Cell.of(imported));
            }
            lines.add(new Line(cells, imported > 0));
        }
        var columns = new ArrayList<Column>(List.of(
                Figure.text("Fiscal year"),
                Figure.count("contracts", "Contracts"),
                Figure.count("cumulative", "Cumulative")));
        if (!before.isEmpty()) {
            columns.add(Figure.count("beforeSystem", EarlierResults.MARK));
        }
        return new Figure(
                "by-year",
                "Contracts by fiscal year",
                before.isEmpty() ? "" : EarlierResults.NOTE,
                Chart.YEARS,
                columns,
                lines);
    }

    /** Until the end of a fiscal year, or of the time chosen. */
    private static Selection until(Selection selection, int year) {
        LocalDate last = FiscalYear.last(year);
        return selection.to() == null || selection.to().isAfter(last) ? selection.with(Selection.TO, last) : selection;
    }

    private <K> Figure shares(
            String id,
            String title,
            String note,
            Map<K, Long> counts,
            long contractsOfSystem,
            Function<K, String> name,
            Selection selection,
            String key,
            Function<K, String> value,
            Breakdown breakdown) {
        Map<String, Long> before = earlier.of(breakdown, selection);
        long all = contractsOfSystem + earlier.contractsOfYearsWith(breakdown, selection);
        List<Line> lines = new ArrayList<>();
        counts.forEach((category, contracts) -> {
            long imported = before.getOrDefault(breakdown.category(value.apply(category)), 0L);
            if (contracts + imported > 0) {
                var cells = new ArrayList<Cell>(List.of(
                        Cell.of(name.apply(category)),
                        contracts == 0
                                ? Cell.of(imported)
                                : Cell.of(contracts + imported, open(selection.narrowedBy(key, value.apply(category)))),
                        Cell.of(Figure.percentOf(contracts + imported, all))));
                if (!before.isEmpty()) {
                    cells.add(Cell.of(imported));
                }
                lines.add(new Line(cells, imported > 0));
            }
        });
        var columns = new ArrayList<Column>(List.of(
                Figure.text("Category"), Figure.count("contracts", "Contracts"), Figure.percent("percent", "%")));
        if (!before.isEmpty()) {
            columns.add(Figure.count("beforeSystem", EarlierResults.MARK));
        }
        String notes = before.isEmpty() ? note : (note + " " + EarlierResults.NOTE).strip();
        return new Figure(id, title, notes, Chart.BARS, columns, lines);
    }

    private static <E extends Enum<E>> Map<E, Long> counted(E[] values, Map<String, Long> counts) {
        var counted = new LinkedHashMap<E, Long>();
        Stream.of(values).forEach(value -> counted.put(value, counts.getOrDefault(value.name(), 0L)));
        return counted;
    }

    private static String key(Side side) {
        return side == Side.LICENSOR ? Selection.LICENSOR_TYPE : Selection.LICENSEE_TYPE;
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    static String openTools(Selection selection) {
        return "/statistics/tool-licences" + selection.query();
    }

    static String open(Selection selection) {
        return CONTRACTS + selection.query();
    }
}
