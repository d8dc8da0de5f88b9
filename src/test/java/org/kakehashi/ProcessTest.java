package org.kakehashi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kakehashi.matching.Records;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.registry.SeedFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL, without web server and with the job executor at rest: a test moves the
 * clock and runs the jobs that are due. All tests with this annotation share one context; its engine bears another name
 * than that of {@link HttpTest}, since the engine's REST finds its engine by name within a JVM.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.process-engine-name=desk"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Desk.class, SeedFixture.class, NeedFixture.class, CaseFixture.class, Records.class})
@ExtendWith({EngineTime.class, FlowNodesPassed.class})
public @interface ProcessTest {}
