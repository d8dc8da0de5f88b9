package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;

/** A form that shows the rounds of terms and the newest offer clause by clause. */
abstract class TermsForm<A> extends CaseForm<A> {

    /** The case, its rounds and the newest offer beside the one before it. */
    record Facts(
            @JsonUnwrapped CaseSheet sheet,
            int round,
            String proposer,
            String comment,
            String suggestion,
            String returnedWith,
            List<RoundLine> rounds,
            List<Position> positions) {}

    /** A line of the table of rounds. */
    record RoundLine(int round, String proposer, String at, String offered, String state, String words) {}

    /** A line of the table of clauses. */
    record Position(String clause, String now, String before) {}

    private final TermSheets sheets;
    private final Clock clock;

    TermsForm(CaseFacts facts, LicensingCases cases, TermSheets sheets, Clock clock) {
        super(facts, cases);
        this.sheets = sheets;
        this.clock = clock;
    }

    final TermSheet termSheet(DelegateTask task) {
        return sheets.of(caseNumber(task));
    }

    @Override
    public Object facts(DelegateTask task) {
        return termFacts(task);
    }

    final Facts termFacts(DelegateTask task) {
        TermSheet terms = termSheet(task);
        List<Round> rounds = terms.rounds();
        int newest = rounds.size();
        return new Facts(
                sheet(task),
                newest,
                terms.latest().map(round -> round.proposer().lower()).orElse(""),
                terms.latest().map(Round::comment).orElse(""),
                terms.latest().map(Round::suggestion).orElse(""),
                terms.returnedWith().orElse(""),
                IntStream.rangeClosed(1, newest)
                        .mapToObj(number -> line(number, terms.round(number)))
                        .toList(),
                terms.latest()
                        .map(round -> positions(
                                round.terms(),
                                newest > 1 ? terms.round(newest - 1).terms() : round.terms()))
                        .orElse(List.of()));
    }

    private RoundLine line(int number, Round round) {
        return new RoundLine(
                number,
                StringUtils.capitalize(round.proposer().lower()),
                LocalDate.ofInstant(round.proposedAt(), clock.getZone()).toString(),
                offered(round.terms()),
                round.state().english(),
                StringUtils.defaultIfBlank(round.reason(), round.comment()));
    }

    /** The offer in a line: what is given for how long, and for how much. */
    private static String offered(Terms terms) {
        return Stream.of(
                        Clause.GRANT.position(terms),
                        Clause.TERM.position(terms),
                        Clause.UPFRONT.position(terms) + " upfront",
                        Clause.ROYALTY.position(terms),
                        Clause.MINIMUM.position(terms) + " a year at least")
                .filter(StringUtils::isNotEmpty)
                .collect(Collectors.joining("; "));
    }

    private static List<Position> positions(Terms now, Terms before) {
        return Arrays.stream(Clause.values())
                .map(clause ->
                        new Position(clause.english(), orDash(clause.position(now)), changed(clause, now, before)))
                .toList();
    }

    /** What the clause said in the round before, where it said something else. */
    private static String changed(Clause clause, Terms now, Terms before) {
        return clause.position(now).equals(clause.position(before)) ? "" : orDash(clause.position(before));
    }

    private static String orDash(String position) {
        return StringUtils.defaultIfEmpty(position, "–");
    }
}
