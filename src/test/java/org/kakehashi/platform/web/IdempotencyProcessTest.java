package org.kakehashi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** The journal stands for whatever is created. */
@ProcessTest
class IdempotencyProcessTest {

    record Wish(String title) {}

    record Made(String title, String id) {}

    @Autowired
    Idempotency idempotency;

    @Autowired
    Journal journal;

    String key;

    @BeforeEach
    void freshKey() {
        key = UUID.randomUUID().toString();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndCreatesNothing() {
        Made first = create("Battery");
        Made second = create("Battery");

        assertThat(second).isEqualTo(first);
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        create("Battery");

        assertThatThrownBy(() -> create("Antenna"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("was used for another request");
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryRequestCreates() {
        idempotency.once(null, new Wish("Battery"), Made.class, () -> make("Battery"));
        idempotency.once(null, new Wish("Battery"), Made.class, () -> make("Battery"));

        assertThat(created()).isEqualTo(2);
    }

    @Test
    void aFailedCreationLeavesTheKeyFree() {
        assertThatThrownBy(() -> idempotency.once(key, new Wish("Battery"), Made.class, () -> {
                    make("Battery");
                    throw Refusal.invalid("The title is taken.");
                }))
                .hasMessage("The title is taken.");
        assertThat(created()).isZero();

        create("Battery");

        assertThat(created()).isEqualTo(1);
    }

    @Test
    void twoOfTheSameAtOnceCreateOne() throws Exception {
        Callable<Made> wish = () -> idempotency.once(key, new Wish("Battery"), Made.class, () -> {
            pause();
            return make("Battery");
        });
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Made>> answers =
                    callers.invokeAll(IntStream.range(0, 4).mapToObj(i -> wish).toList());
            Made first = answers.get(0).get();
            for (Future<Made> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            callers.shutdown();
        }
        assertThat(created()).isEqualTo(1);
    }

    @Test
    @WithMockUser("one-integrator")
    void aKeyBelongsToItsUser() {
        create("Battery");
        SecurityContextHolder.clearContext();

        create("Antenna");

        assertThat(created()).isEqualTo(2);
    }

    @Test
    void aKeyIsForgottenAfterThirtyDays() {
        create("Battery");
        EngineTime.pass(Duration.ofDays(31));
        idempotency.forget();

        create("Antenna");

        assertThat(created()).isEqualTo(2);
    }

    @Test
    void anEmptyOrEndlessKeyIsRefused() {
        assertThatThrownBy(() -> idempotency.once(" ", "", Made.class, () -> make("Battery")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> idempotency.once("k".repeat(201), "", Made.class, () -> make("Battery")))
                .isInstanceOf(Refusal.class);
    }

    private Made create(String title) {
        return idempotency.once(key, new Wish(title), Made.class, () -> make(title));
    }

    private Made make(String title) {
        journal.note(key, "Created", title);
        return new Made(title, UUID.randomUUID().toString());
    }

    private int created() {
        return journal.of(key).size();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
