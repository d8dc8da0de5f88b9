package org.kakehashi.negotiation.process;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.kakehashi.negotiation.MeetingNews;
import org.kakehashi.negotiation.MeetingPlan;
import org.kakehashi.negotiation.MeetingPlans;
import org.kakehashi.negotiation.MeetingSlot;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Elements;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps the time that is fixed for a technical meeting before whoever has the task to hold it. */
@Component
class PlannedMeeting {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final MeetingPlans plans;
    private final TaskService tasks;
    private final Clock clock;

    PlannedMeeting(MeetingPlans plans, TaskService tasks, Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.clock = clock;
    }

    String inWords(String caseNumber) {
        return plans.of(caseNumber)
                .map(MeetingPlan::fixed)
                .map(this::inWords)
                .orElse("No time is fixed yet: offer the companies some");
    }

    @ApplicationModuleListener
    void on(MeetingNews.Fixed fixed) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(fixed.caseNumber())
                .taskDefinitionKey(Elements.HOLD_TECHNICAL_MEETING)
                .list()) {
            var facts = (SpinJsonNode) tasks.getVariableLocal(task.getId(), UserTaskForm.FACTS);
            tasks.setVariableLocal(
                    task.getId(), UserTaskForm.FACTS, facts.prop("meeting", inWords(fixed.caseNumber())));
        }
    }

    private String inWords(MeetingSlot slot) {
        return "%s, %d minutes, %s"
                .formatted(TIME.format(slot.startsAt().atZone(clock.getZone())), slot.minutes(), slot.place());
    }
}
