package org.kakehashi.negotiation.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;

/** The rounds of a term sheet side by side, one line for each clause that any of them speaks of. */
record TermsTable(List<Round> rounds, List<Line> lines) {

    record Line(String clause, List<Cell> cells) {}

    /**
     * @param changed whether the clause said otherwise in the round before
     * @param standing where the sides stood on it with that round
     */
    record Cell(String text, boolean changed, TermSheet.Standing standing) {}

    static TermsTable of(TermSheet sheet) {
        List<Round> rounds = sheet.rounds();
        return new TermsTable(
                rounds,
                Arrays.stream(Clause.values())
                        .map(clause -> new Line(clause.english(), cells(clause, sheet)))
                        .filter(line -> line.cells().stream()
                                .anyMatch(cell -> !cell.text().isEmpty()))
                        .toList());
    }

    private static List<Cell> cells(Clause clause, TermSheet sheet) {
        List<Round> rounds = sheet.rounds();
        List<String> positions =
                rounds.stream().map(round -> clause.position(round.terms())).toList();
        return IntStream.range(0, positions.size())
                .mapToObj(round -> new Cell(
                        positions.get(round),
                        round > 0 && !positions.get(round).equals(positions.get(round - 1)),
                        sheet.standing(round + 1, clause)))
                .toList();
    }
}
