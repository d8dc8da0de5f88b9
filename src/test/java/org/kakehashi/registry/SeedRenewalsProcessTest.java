package org.kakehashi.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.mail.MailServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ProcessTest
@RecordApplicationEvents
class SeedRenewalsProcessTest {

    @Autowired
    SeedRenewals renewals;

    @Autowired
    SeedRegistration registration;

    @Autowired
    Seeds seeds;

    @Autowired
    SeedFixture fixture;

    @Autowired
    MailServer mail;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Test
    void theRegistrantIsRemindedThriceAndTheSeedLeavesThirtyDaysLater(ApplicationEvents news) {
        String seed = fixture.licensablePatent(40);
        renewals.remind();
        assertThat(reminders(seed)).isEmpty();

        pass(10);
        assertThat(letters(seed)).hasSize(1);
        renewals.remind();
        assertThat(reminders(seed)).hasSize(1);

        pass(16);
        assertThat(letters(seed)).hasSize(1);
        pass(14);
        assertThat(letters(seed)).hasSize(1);
        assertThat(reminders(seed)).hasSize(3);

        pass(30);
        renewals.expire();
        assertThat(seeds.numbered(seed).status()).isEqualTo(Seed.Status.PUBLISHED);
        pass(1);
        LocalDate due = seeds.numbered(seed).renewalDue();
        renewals.expire();
        assertThat(seeds.numbered(seed).status()).isEqualTo(Seed.Status.WITHDRAWN);
        assertThat(news.stream(Seed.Withdrawn.class))
                .contains(new Seed.Withdrawn(seed, "It was not renewed by " + due + ".", false));
    }

    @Test
    void aRenewedSeedStandsForAnotherYearAndIsRemindedOfThatAgain() {
        String seed = fixture.licensablePatent(20);
        renewals.remind();
        registration.renew(seed);
        assertThat(seeds.numbered(seed).renewalDue())
                .isEqualTo(LocalDate.now(clock).plusMonths(12));
        renewals.remind();
        renewals.expire();
        assertThat(reminders(seed)).hasSize(1);
        assertThat(seeds.numbered(seed).status()).isEqualTo(Seed.Status.PUBLISHED);

        pass((int) ChronoUnit.DAYS.between(
                LocalDate.now(clock), seeds.numbered(seed).renewalDue()));
        assertThat(letters(seed))
                .last(STRING)
                .contains("ends on " + seeds.numbered(seed).renewalDue());
    }

    private static void pass(int days) {
        EngineTime.pass(Duration.ofDays(days));
    }

    /** What the registrant is written about the seed today. */
    private List<String> letters(String seed) {
        renewals.remind();
        return mail.deliver(SeedFixture.REGISTRANT).stream()
                .filter(letter -> letter.contains(seed))
                .toList();
    }

    private List<Journal.Entry> reminders(String seed) {
        return journal.of(seed).stream()
                .filter(entry -> entry.event().equals("Registrant reminded of the renewal"))
                .toList();
    }
}
