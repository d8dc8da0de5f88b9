package org.kakehashi.advisers.process;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.DispatchLinks;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.advisers.Language;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Sort;

/** A form about the term of an adviser at a host. */
abstract class DispatchForm<A> implements UserTaskForm<A> {

    final Dispatches dispatches;
    private final DispatchLinks links;
    private final Advisers advisers;

    DispatchForm(Dispatches dispatches, DispatchLinks links, Advisers advisers) {
        this.dispatches = dispatches;
        this.links = links;
        this.advisers = advisers;
    }

    /** An adviser to choose. */
    record Choice(String label, String value) {}

    /** @param asked how the host is asked */
    record Facts(
            String host,
            String prefecture,
            String kind,
            String purpose,
            String wishes,
            String firstDay,
            String lastDay,
            String adviser,
            String reason,
            String asked,
            List<Choice> advisers) {}

    @Override
    public final TaskCard card(DelegateTask task) {
        Dispatch dispatch = dispatches.of(DispatchDesk.id(task));
        return new TaskCard("Dispatch", dispatch.host(), dispatch.state().english());
    }

    @Override
    public final Facts facts(DelegateTask task) {
        Dispatch dispatch = dispatches.of(DispatchDesk.id(task));
        List<Adviser> all = advisers.findAll(Sort.by("name", "userId"));
        return new Facts(
                dispatch.host(),
                dispatch.prefecture().english(),
                dispatch.kind().english(),
                dispatch.purpose(),
                wishes(dispatch),
                dispatch.firstDay().toString(),
                dispatch.lastDay().toString(),
                all.stream()
                        .filter(adviser -> adviser.userId().equals(dispatch.userId()))
                        .map(Adviser::name)
                        .findFirst()
                        .orElse("not yet assigned"),
                dispatch.reason().isEmpty() ? "none yet" : dispatch.reason(),
                links.address(dispatch)
                        .map(address -> "The host has a link to its own page at " + address
                                + ". What it answers there ends this task.")
                        .orElse("The directory has no mail address of the host: ask it by telephone."),
                all.stream()
                        .sorted(Comparator.comparing((Adviser adviser) -> !adviser.isActive())
                                .thenComparing(adviser -> missing(dispatch, adviser)))
                        .map(adviser -> new Choice(label(dispatch, adviser), adviser.userId()))
                        .toList());
    }

    private static String wishes(Dispatch dispatch) {
        String fields = dispatch.fields().isEmpty()
                ? "any field"
                : dispatch.fields().stream().map(TechnologyField::english).collect(Collectors.joining(", "));
        String languages = dispatch.languages().isEmpty() ? "any language" : Language.english(dispatch.languages());
        return fields + "; " + languages;
    }

    /** How many of the wanted fields and languages the adviser lacks. */
    private static long missing(Dispatch dispatch, Adviser adviser) {
        return lacking(dispatch.fields(), adviser.fields()) + lacking(dispatch.languages(), adviser.languages());
    }

    private static long lacking(Set<?> wanted, Set<?> had) {
        return wanted.stream().filter(each -> !had.contains(each)).count();
    }

    private static String label(Dispatch dispatch, Adviser adviser) {
        int wanted = dispatch.fields().size() + dispatch.languages().size();
        return adviser.name() + ", " + adviser.prefecture().english()
                + (wanted == 0 ? "" : ", meets %d of %d wishes".formatted(wanted - missing(dispatch, adviser), wanted))
                + (adviser.isActive() ? "" : " (not active)");
    }
}
