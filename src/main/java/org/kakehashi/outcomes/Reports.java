package org.kakehashi.outcomes;

import static org.kakehashi.platform.security.Roles.ADVISERS;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports on the programme, each with the figures that the reader may see and the rules by which they are counted. */
@Component
@Transactional(readOnly = true)
public class Reports {

    private static final List<String> RULES = List.of(
            "Results come from the advisers' records: a contract counts once a manager has confirmed it, in the fiscal year"
                    + " (April to March) of its signing.",
            "Percentages are rounded at the first decimal and need not sum to 100.",
            "In regional tables a contract across regions counts once in each region, so that regional sums exceed the"
                    + " national total.",
            "Same or different prefecture compares the two parties' prefectures at signing.",
            "The impact ratio is the sum of impacts divided by the sum of costs, both to date; impact is sales, investment"
                    + " and saved cost as the licensees reported and managers released them.",
            "In tables by technology field a contract counts once in each of its patent's fields.",
            "Research-tool licences on standard terms are counted apart, in the fiscal year in which they were concluded.",
            "INPIT's fields are those that the patent's record names, and where it names none those of its patent classes.",
            "Types, prefectures, advisers, fields and channel are those at signing; later changes do not move past figures.");

    private final ContractFigures contracts;
    private final ImpactFigures impact;
    private final KeyFigures keyFigures;
    private final ProcessFigures process;
    private final CaseAccess access;
    private final CurrentUser user;
    private final Clock clock;

    Reports(
            ContractFigures contracts,
            ImpactFigures impact,
            KeyFigures keyFigures,
            ProcessFigures process,
            CaseAccess access,
            CurrentUser user,
            Clock clock) {
        this.contracts = contracts;
        this.impact = impact;
        this.keyFigures = keyFigures;
        this.process = process;
        this.access = access;
        this.user = user;
        this.clock = clock;
    }

    /** What a report is about. */
    public enum Subject {
        CONTRACTS("contracts", "Contracts"),
        PARTIES("parties", "Licensors and licensees"),
        FIELDS("fields", "Technical fields"),
        PREFECTURES("prefectures", "Prefectures and regions"),
        IMPACT("impact", "Economic impact"),
        KEY_FIGURES("key-figures", "Key figures"),
        PROCESS("process", "Process"),
        ADVISERS("advisers", "Advisers");

        private final String id;
        private final String english;

        Subject(String id, String english) {
            this.id = id;
            this.english = english;
        }

        /** @throws Refusal where there is no such report */
        public static Subject of(String id) {
            return Stream.of(values())
                    .filter(each -> each.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("There is no report \"" + id + "\"."));
        }

        /** As it stands in an address. */
        public String id() {
            return id;
        }

        public String english() {
            return english;
        }
    }

    /** @param selection as narrowed to what the reader may see */
    public record Report(Subject subject, Selection selection, List<Figure> figures, List<String> countingRules) {

        /** @throws Refusal where the report has no such figure */
        public Figure figure(String id) {
            return figures.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("There is no figure \"" + id + "\" in this report."));
        }
    }

    /** The reports that the user may open. */
    public List<Subject> open() {
        access.enter();
        return Stream.of(Subject.values())
                .filter(subject -> subject != Subject.IMPACT || seesAll())
                .filter(subject -> subject != Subject.ADVISERS || seesAll() || user.belongsToOneOf(ADVISERS))
                .toList();
    }

    /**
     * Managers and supervisors see everything; an adviser sees the programme's figures, and by adviser the own ones only.
     *
     * @param first day to compare the parties' types from; a year ago where none is given
     * @param second day to compare them with; today where none is given
     * @throws Refusal where the report, or the adviser whom it is narrowed to, is not the reader's to see
     */
    public Report of(Subject subject, Selection chosen, @Nullable LocalDate first, @Nullable LocalDate second) {
        if (!open().contains(subject)) {
            throw Refusal.forbidden(
                    "The report \"" + subject.english() + "\" is open to managers and supervisors only.");
        }
        LocalDate today = LocalDate.now(clock);
        Selection selection = narrowed(subject, chosen.chosen(), today);
        enter(selection);
        List<Figure> figures =
                switch (subject) {
                    case CONTRACTS -> contracts.overview(selection);
                    case PARTIES ->
                        contracts.parties(
                                selection,
                                first == null ? today.minusYears(1) : first,
                                second == null ? today : second);
                    case FIELDS -> contracts.fields(selection);
                    case PREFECTURES -> contracts.places(selection);
                    case IMPACT -> impact.impact(selection);
                    case KEY_FIGURES -> List.of(keyFigures.figure(selection));
                    case PROCESS -> process.figures(selection);
                    case ADVISERS -> advisers(selection);
                };
        return new Report(
                subject,
                selection,
                seesAll()
                        ? figures
                        : figures.stream()
                                .map(figure -> figure.withoutAddressesOf("/dashboard"))
                                .toList(),
                RULES);
    }

    /** What programs may read as well: the contracts that count, signed in fiscal years from one to another. */
    public ContractStatistics contracts(@Nullable Integer from, @Nullable Integer to) {
        Selection selection = Selection.all();
        if (from != null) {
            selection = selection.with(Selection.FROM, FiscalYear.first(from));
        }
        if (to != null) {
            selection = selection.with(Selection.TO, FiscalYear.last(to));
        }
        return contracts.statistics(selection);
    }

    /** The process is looked at over the last twelve months, the key figures over ten years, unless a time is chosen. */
    private Selection narrowed(Subject subject, Selection chosen, LocalDate today) {
        boolean anyTime = chosen.from() == null && chosen.to() == null;
        return switch (subject) {
            case ADVISERS -> seesAll() ? chosen : chosen.with(Selection.ADVISER, user.name());
            case PROCESS -> anyTime ? chosen.with(Selection.FROM, today.minusYears(1)) : chosen;
            case KEY_FIGURES ->
                anyTime ? chosen.with(Selection.FROM, FiscalYear.first(FiscalYear.of(today) - 9)) : chosen;
            default -> chosen;
        };
    }

    private List<Figure> advisers(Selection selection) {
        var figures = new ArrayList<Figure>(List.of(process.advisers(selection)));
        if (seesAll()) {
            figures.add(impact.byAdviser(selection));
        }
        return figures;
    }

    /** The names of the advisers by whom the reader may narrow, by user id. */
    public Map<String, String> advisersToChoose() {
        return process.advisers(seesAll() ? null : user.name());
    }

    /** @throws Refusal where the reader may not see what the selection narrows to */
    public void enter(Selection selection) {
        access.enter();
        if (selection.value(Selection.WITH).equals(Aspect.IMPACT.name()) && !seesAll()) {
            throw Refusal.forbidden("What contracts brought is open to managers and supervisors only.");
        }
        if (selection.narrows(Selection.ADVISER)
                && !seesAll()
                && !selection.value(Selection.ADVISER).equals(user.name())) {
            throw Refusal.forbidden("Figures by adviser are open to managers, supervisors and the adviser in person.");
        }
    }

    private boolean seesAll() {
        return user.belongsToOneOf(MANAGERS, SUPERVISORS);
    }
}
