package org.kakehashi;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Moves the engine's clock and runs what is due; sets the clock right again after each test. */
public class EngineTime implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }

    /** Runs the jobs of the business key that are due now, and those they create, until none is left. */
    public static void runDueJobs(ManagementService management, String... processInstanceIds) {
        while (true) {
            List<Job> due = List.of(processInstanceIds).stream()
                    .flatMap(id -> due(management).processInstanceId(id).list().stream())
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Moves the clock forward. */
    public static void pass(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private static JobQuery due(ManagementService management) {
        return management.createJobQuery().executable();
    }
}
