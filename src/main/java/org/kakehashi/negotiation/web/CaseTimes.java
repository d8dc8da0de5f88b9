package org.kakehashi.negotiation.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kakehashi.negotiation.CaseClock.Spent;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;

/**
 * Whose time a case has taken: a line for each stage, a column for each mover, sums below.
 *
 * @param movers those that have had a move at all
 */
record CaseTimes(List<Move> movers, List<Line> lines, List<String> sums) {

    record Line(String stage, List<String> times) {}

    static CaseTimes of(List<Spent> spent) {
        List<Move> movers =
                spent.stream().map(Spent::moveOf).distinct().sorted().toList();
        List<Line> lines = new ArrayList<>();
        for (Stage stage : spent.stream().map(Spent::stage).distinct().toList()) {
            lines.add(
                    new Line(stage.english(), times(movers, () -> spent.stream().filter(one -> one.stage() == stage))));
        }
        return new CaseTimes(movers, lines, times(movers, spent::stream));
    }

    private static List<String> times(List<Move> movers, Supplier<Stream<Spent>> among) {
        return movers.stream()
                .map(mover -> among.get()
                        .filter(one -> one.moveOf() == mover)
                        .map(Spent::time)
                        .reduce(Duration.ZERO, Duration::plus))
                .map(CaseTimes::readable)
                .toList();
    }

    private static String readable(Duration time) {
        if (time.isZero()) {
            return "";
        }
        long days = time.toDays();
        return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
    }
}
