package org.kakehashi.advisers.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Absences;
import org.kakehashi.platform.camunda.Deputies;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.People;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the tasks of who is away to the deputy, and what is still open back when the absence is over. */
@Component
class AbsenceDesk implements Deputies {

    private static final String NUMBER = "caseNumber";

    private final Absences absences;
    private final TaskService tasks;
    private final Journal journal;
    private final People people;

    AbsenceDesk(Absences absences, TaskService tasks, Journal journal, People people) {
        this.absences = absences;
        this.tasks = tasks;
        this.journal = journal;
        this.people = people;
    }

    @Override
    public Optional<String> takes(String task, String number, String user) {
        Optional<Absence> absence = absences.covering(user, number);
        absence.ifPresent(away -> absences.hold(away.id(), task));
        return absence.map(Absence::deputy);
    }

    @Scheduled(fixedDelayString = "${kakehashi.advisers.watch:PT10M}", initialDelayString = "PT1M")
    @EventListener(Absence.Changed.class)
    @Transactional
    public void look() {
        absences.takeOver().forEach(this::giveBack);
        absences.takeBegun().stream().filter(Absence::openTasks).forEach(this::giveAway);
    }

    private void giveAway(Absence absence) {
        for (Task task : open(absence.userId())) {
            String number = number(task);
            absences.covering(absence.userId(), number).map(Absence::deputy).ifPresent(deputy -> {
                absences.hold(absence.id(), task.getId());
                hand(task, number, deputy);
            });
        }
    }

    private void giveBack(Absence absence) {
        List<String> held = absences.held(absence.id());
        if (!held.isEmpty()) {
            tasks.createTaskQuery().taskIdIn(held.toArray(String[]::new)).taskAssignee(absence.deputy()).list().stream()
                    .forEach(task -> hand(task, number(task), absence.userId()));
        }
    }

    private void hand(Task task, String number, String user) {
        tasks.setAssignee(task.getId(), user);
        journal.note(
                number,
                "Task handed over",
                "“%s” is for %s now, as of an absence."
                        .formatted(task.getName(), people.names(List.of(user)).get(user)));
    }

    private List<Task> open(String user) {
        return tasks.createTaskQuery().taskAssignee(user).list();
    }

    private String number(Task task) {
        return (String) tasks.getVariableLocal(task.getId(), NUMBER);
    }
}
