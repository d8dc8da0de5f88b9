package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.OfferDesk;
import org.kakehashi.negotiation.OfferDesk.Benchmark;
import org.kakehashi.negotiation.OfferDesk.Comparable;
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
            List<Position> positions,
            Set<Clause> agreed,
            List<Choice> locked,
            List<Choice> unlocked,
            List<Choice> askedToReopen,
            List<Benchmark> benchmarks,
            int compared,
            List<Comparable> comparables,
            List<Warning> warnings) {}

    /** What a gate would say. */
    record Warning(String text) {}

    /** A clause to choose from. */
    record Choice(String label, String value) {

        private static List<Choice> of(Set<Clause> clauses) {
            return clauses.stream()
                    .sorted()
                    .map(clause -> new Choice(clause.english(), clause.name()))
                    .toList();
        }
    }

    /** A line of the table of rounds. */
    record RoundLine(int round, String proposer, String at, String offered, String worth, String state, String words) {}

    /** A line of the table of clauses. */
    record Position(String clause, String now, String before, String standing) {}

    private final TermSheets sheets;
    private final OfferDesk desk;
    private final Clock clock;

    TermsForm(CaseFacts facts, LicensingCases cases, TermSheets sheets, OfferDesk desk, Clock clock) {
        super(facts, cases);
        this.sheets = sheets;
        this.desk = desk;
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
        Set<Clause> locked = terms.latest().map(Round::agreed).orElse(Set.of());
        OfferDesk.Comparables comparables = desk.comparables(terms.caseNumber());
        Set<Clause> unlocked = EnumSet.allOf(Clause.class);
        unlocked.removeAll(locked);
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
                terms.latest().map(round -> positions(terms, round)).orElse(List.of()),
                locked,
                Choice.of(locked),
                Choice.of(unlocked),
                Choice.of(terms.latest().map(Round::reopening).orElse(Set.of())),
                desk.benchmarks(terms.caseNumber()),
                comparables.contracts(),
                comparables.lines(),
                terms.latest().map(round -> desk.warnings(terms.caseNumber(), round.terms())).orElse(List.of()).stream()
                        .map(Warning::new)
                        .toList());
    }

    private RoundLine line(int number, Round round) {
        return new RoundLine(
                number,
                StringUtils.capitalize(round.proposer().lower()),
                LocalDate.ofInstant(round.proposedAt(), clock.getZone()).toString(),
                offered(round.terms()),
                desk.worth(round),
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

    private static List<Position> positions(TermSheet sheet, Round newest) {
        int number = sheet.rounds().size();
        Terms now = newest.terms();
        Terms before = number > 1 ? sheet.round(number - 1).terms() : now;
        return Arrays.stream(Clause.values())
                .map(clause -> new Position(
                        clause.english(),
                        orDash(clause.position(now)),
                        changed(clause, now, before),
                        standing(sheet, number, clause, newest)))
                .toList();
    }

    private static String standing(TermSheet sheet, int number, Clause clause, Round newest) {
        return sheet.standing(number, clause).english()
                + (newest.reopening().contains(clause) ? ", asked to reopen" : "");
    }

    /** What the clause said in the round before, where it said something else. */
    private static String changed(Clause clause, Terms now, Terms before) {
        return clause.position(now).equals(clause.position(before)) ? "" : orDash(clause.position(before));
    }

    private static String orDash(String position) {
        return StringUtils.defaultIfEmpty(position, "–");
    }
}
