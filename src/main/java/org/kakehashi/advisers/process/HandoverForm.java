package org.kakehashi.advisers.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Handover;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;

/** A form about the handover of a caseload. */
abstract class HandoverForm<A> implements UserTaskForm<A> {

    final Handovers handovers;
    private final HandoverDesk desk;
    private final Advisers advisers;

    HandoverForm(Handovers handovers, HandoverDesk desk, Advisers advisers) {
        this.handovers = handovers;
        this.desk = desk;
        this.advisers = advisers;
    }

    /** Something to choose. */
    record Choice(String label, String value) {}

    /** A row of the table of places. */
    record Line(String number, String side, String subject, String successor, String reason) {}

    record Facts(
            String leaving,
            String prefecture,
            String why,
            int count,
            List<Line> lines,
            List<Choice> items,
            List<Choice> advisers) {}

    @Override
    public final TaskCard card(DelegateTask task) {
        Adviser leaving = desk.leaving(task);
        return new TaskCard(
                "Handover", leaving.name() + ", " + leaving.prefecture().english(), "Handover");
    }

    final Facts facts(DelegateTask task, List<Handover.Item> items) {
        Adviser leaving = desk.leaving(task);
        Map<String, String> successors = new HashMap<>();
        advisers.findAll().forEach(adviser -> successors.put(adviser.userId(), adviser.name()));
        return new Facts(
                leaving.name(),
                leaving.prefecture().english(),
                handovers.of(HandoverDesk.id(task)).reason(),
                items.size(),
                items.stream()
                        .map(item -> new Line(
                                item.number(),
                                item.number().startsWith("L") ? item.side().lower() : "record",
                                StringUtils.abbreviate(item.subject(), 120),
                                item.successor() == null
                                        ? "nobody found"
                                        : successors.getOrDefault(item.successor(), item.successor()),
                                item.reason()))
                        .toList(),
                items.stream()
                        .map(item -> new Choice(
                                item.number() + " " + StringUtils.abbreviate(item.subject(), 80), item.key()))
                        .toList(),
                advisers.findAll().stream()
                        .filter(Adviser::isActive)
                        .map(adviser -> new Choice(
                                adviser.name() + ", " + adviser.prefecture().english(), adviser.userId()))
                        .sorted((one, other) -> one.label().compareTo(other.label()))
                        .toList());
    }
}
