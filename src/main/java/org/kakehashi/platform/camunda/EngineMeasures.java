package org.kakehashi.platform.camunda;

import org.kakehashi.platform.metrics.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators watch of the engine. A job is late once it is due, may be tried and has not been done. */
@Configuration(proxyBeanMethods = false)
class EngineMeasures {

    private static final String LATE =
            " FROM act_ru_job WHERE retries_ > 0 AND suspension_state_ = 1 AND (duedate_ IS NULL OR duedate_ <= :now)";

    @Bean
    Measure openTasks() {
        return new Measure("kakehashi.tasks", null, "Open tasks", "due", """
                SELECT CASE WHEN due_date_ < :now THEN 'overdue' ELSE 'later' END AS tag, count(*) AS value
                FROM act_ru_task GROUP BY 1
                UNION ALL SELECT 'overdue', 0 WHERE NOT EXISTS (SELECT FROM act_ru_task WHERE due_date_ < :now)
                """);
    }

    @Bean
    Measure ageOfTasks() {
        return new Measure("kakehashi.task.age", "seconds", "How long tasks have been open", "statistic", """
                SELECT tag, coalesce(value, 0) AS value FROM (
                  SELECT extract(epoch FROM :now - min(create_time_)) AS oldest,
                    extract(epoch FROM avg(:now - create_time_)) AS mean FROM act_ru_task) age
                CROSS JOIN LATERAL (VALUES ('oldest', oldest), ('mean', mean)) each (tag, value)
                """);
    }

    @Bean
    Measure lateJobs() {
        return new Measure(
                "kakehashi.jobs.late", null, "Jobs that are due and not done", null, "SELECT count(*) AS value" + LATE);
    }

    @Bean
    Measure delayOfJobs() {
        return new Measure(
                "kakehashi.job.delay",
                "seconds",
                "For how long the longest waiting job has been due",
                null,
                "SELECT coalesce(extract(epoch FROM :now - min(coalesce(duedate_, create_time_))), 0) AS value" + LATE);
    }

    @Bean
    Measure failedJobs() {
        return new Measure(
                "kakehashi.jobs.failed",
                null,
                "Jobs that nobody tries any more",
                null,
                "SELECT count(*) AS value FROM act_ru_job WHERE retries_ = 0");
    }

    @Bean
    Measure incidents() {
        return new Measure(
                "kakehashi.incidents",
                null,
                "Steps of processes that a technical fault holds up",
                null,
                "SELECT count(*) AS value FROM act_ru_incident WHERE cause_incident_id_ = id_ OR cause_incident_id_ IS NULL");
    }
}
