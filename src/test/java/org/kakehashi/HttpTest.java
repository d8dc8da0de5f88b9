package org.kakehashi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.registry.SeedFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application behind a real port of the loopback, on a real PostgreSQL, with the job executor at work. All
 * tests with this annotation share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Desk.class, Staff.class, SeedFixture.class, NeedFixture.class, CaseFixture.class})
@ExtendWith(EngineTime.class)
public @interface HttpTest {}
