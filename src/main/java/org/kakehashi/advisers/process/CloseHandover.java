package org.kakehashi.advisers.process;

import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Handovers;
import org.springframework.stereotype.Component;

/** Gives the tasks that belong to no case back to their groups, and ends the handover. */
@Component
class CloseHandover implements JavaDelegate {

    private final Handovers handovers;
    private final TaskService tasks;

    CloseHandover(Handovers handovers, TaskService tasks) {
        this.handovers = handovers;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = HandoverDesk.id(execution);
        tasks.createTaskQuery()
                .taskAssignee(handovers.of(id).userId())
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), null));
        handovers.close(id);
    }
}
