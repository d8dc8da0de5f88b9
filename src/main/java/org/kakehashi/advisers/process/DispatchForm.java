package org.kakehashi.advisers.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.springframework.data.domain.Sort;

/** A form about the term of an adviser at a host. */
abstract class DispatchForm<A> implements UserTaskForm<A> {

    final Dispatches dispatches;
    private final Advisers advisers;

    DispatchForm(Dispatches dispatches, Advisers advisers) {
        this.dispatches = dispatches;
        this.advisers = advisers;
    }

    /** An adviser to choose. */
    record Choice(String label, String value) {}

    record Facts(
            String host,
            String prefecture,
            String kind,
            String purpose,
            String firstDay,
            String lastDay,
            String adviser,
            String reason,
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
                dispatch.firstDay().toString(),
                dispatch.lastDay().toString(),
                all.stream()
                        .filter(adviser -> adviser.userId().equals(dispatch.userId()))
                        .map(Adviser::name)
                        .findFirst()
                        .orElse("not yet assigned"),
                dispatch.reason(),
                all.stream()
                        .map(adviser -> new Choice(
                                adviser.name() + ", " + adviser.prefecture().english()
                                        + (adviser.isActive() ? "" : " (not active)"),
                                adviser.userId()))
                        .toList());
    }
}
