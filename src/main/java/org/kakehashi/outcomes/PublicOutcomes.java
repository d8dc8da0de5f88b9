package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Chart;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the programme shows everybody: contracts up to the end of last month and released impact, without a count under three
 * and without what would let one compute it.
 */
@Component
@Transactional(readOnly = true)
public class PublicOutcomes {

    private final Facts facts;
    private final EarlierResults earlier;
    private final ContractFigures contracts;
    private final ImpactFigures impact;
    private final Clock clock;

    PublicOutcomes(Facts facts, EarlierResults earlier, ContractFigures contracts, ImpactFigures impact, Clock clock) {
        this.facts = facts;
        this.earlier = earlier;
        this.contracts = contracts;
        this.impact = impact;
        this.clock = clock;
    }

    /**
     * @param until the last day that counts
     * @param contracts in all; none where they are fewer than three
     * @param impactRatio impact to date by cost to date; none where either is not known
     */
    public record Published(
            LocalDate until,
            @Nullable Long contracts,
            @Nullable BigDecimal impactYen,
            @Nullable BigDecimal impactRatio,
            List<Figure> figures) {}

    public Published published() {
        LocalDate until = LocalDate.now(clock).withDayOfMonth(1).minusDays(1);
        Selection selection = Selection.all().with(Selection.TO, until);
        long all = facts.contracts(selection)
                + earlier.contracts(selection).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        if (all < Suppression.LEAST) {
            return new Published(until, null, null, null, List.of());
        }
        List<Figure> parties = contracts.parties(selection, until, until);
        List<Figure> places = contracts.places(selection);
        Figure impacts = impact.impact(selection).get(0);
        return new Published(
                until,
                all,
                lastOf(impacts, "impactToDate"),
                lastOf(impacts, "ratioToDate"),
                List.of(
                        years(contracts.overview(selection).get(0)),
                        hidden(contracts.fields(selection).get(0)),
                        hidden(parties.get(0)),
                        hidden(parties.get(1)),
                        hidden(places.get(0)),
                        hidden(places.get(1))));
    }

    /** Of one contract or two nobody shall read what they brought: then there is no impact at all. */
    private static @Nullable BigDecimal lastOf(Figure impacts, String key) {
        List<String> keys = impacts.columns().stream().map(Column::key).toList();
        boolean few = impacts.lines().stream()
                .map(line -> (Long) line.cells().get(keys.indexOf("contracts")).value())
                .anyMatch(count -> count != null && count > 0 && count < Suppression.LEAST);
        return few || impacts.lines().isEmpty()
                ? null
                : (BigDecimal) impacts.lines()
                        .get(impacts.lines().size() - 1)
                        .cells()
                        .get(keys.indexOf(key))
                        .value();
    }

    private static Figure years(Figure figure) {
        var counts = new TreeMap<Integer, Long>();
        figure.lines()
                .forEach(line -> counts.put(
                        Integer.valueOf(
                                String.valueOf(line.cells().get(0).value()).substring(2)),
                        (Long) line.cells().get(1).value()));
        List<Line> lines = new ArrayList<>();
        long cumulative = 0;
        for (Map.Entry<Suppression.Span, Long> span : Suppression.years(counts).entrySet()) {
            cumulative += span.getValue();
            boolean imported = figure.lines().stream()
                    .anyMatch(line -> line.beforeSystem()
                            && String.valueOf(line.cells().get(0).value())
                                    .equals(FiscalYear.name(span.getKey().last())));
            lines.add(new Line(
                    List.of(Cell.of(span.getKey().name()), Cell.of(span.getValue()), Cell.of(cumulative)), imported));
        }
        return new Figure(
                figure.id(), figure.title(), "", Chart.YEARS, figure.columns().subList(0, 3), lines);
    }

    private static Figure hidden(Figure figure) {
        List<Optional<Long>> shown = Suppression.of(figure.lines().stream()
                .map(line -> (Long) line.cells().get(1).value())
                .map(count -> count == null ? 0L : count)
                .toList());
        List<Line> lines = IntStream.range(0, shown.size())
                .mapToObj(at -> {
                    Line line = figure.lines().get(at);
                    boolean seen = shown.get(at).isPresent();
                    return new Line(
                            List.of(
                                    Cell.of(line.cells().get(0).value()),
                                    Cell.of(shown.get(at).orElse(null)),
                                    Cell.of(seen ? line.cells().get(2).value() : null)),
                            line.beforeSystem());
                })
                .toList();
        return new Figure(
                figure.id(), figure.title(), "", Chart.BARS, figure.columns().subList(0, 3), lines);
    }
}
