package org.kakehashi.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with a seed, by whatever door: register, change, check, evaluate, publish, renew, withdraw. */
@Component
@Transactional
public class SeedRegistration {

    private final Seeds seeds;
    private final SeedFiles files;
    private final Organisations organisations;
    private final RegistrantLetters letters;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final CurrentUser user;
    private final Clock clock;

    SeedRegistration(
            Seeds seeds,
            SeedFiles files,
            Organisations organisations,
            RegistrantLetters letters,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher news,
            CurrentUser user,
            Clock clock) {
        this.seeds = seeds;
        this.files = files;
        this.organisations = organisations;
        this.letters = letters;
        this.numbers = numbers;
        this.journal = journal;
        this.news = news;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Registers a seed.
     *
     * @param externalId the record's id at its source; the seed's own number where there is none
     * @param startTransfer whether its technology transfer shall begin
     * @throws Refusal where the organisation is unknown, or the source's record is registered already
     */
    public Seed register(
            String source,
            @Nullable String externalId,
            UUID organisationId,
            SeedContent content,
            boolean startTransfer) {
        var organisation = organisations.owning(organisationId);
        if (externalId != null) {
            seeds.findBySourceAndExternalId(source, externalId).ifPresent(present -> {
                throw Refusal.conflict("Record " + externalId + " of " + source + " is seed " + present.number() + ".");
            });
        }
        String number = numbers.next(CaseNumber.Kind.SEED);
        Seed seed = seeds.save(new Seed(
                number,
                source,
                externalId == null ? number : externalId,
                organisationId,
                organisation.prefecture(),
                content,
                user.name(),
                clock.instant()));
        journal.note(number, "Seed registered", content.texts().title());
        news.publishEvent(new Seed.Registered(number, startTransfer));
        return seed;
    }

    public Seed change(String number, SeedContent content) {
        Seed seed = seeds.numbered(number);
        if (seed.change(content, user.name(), clock.instant())) {
            journal.note(number, "Seed changed", content.texts().title());
            if (seed.status() == Seed.Status.PUBLISHED) {
                news.publishEvent(new Seed.Changed(number));
            }
        }
        return seed;
    }

    public void returnAsIncomplete(String number, String reason) {
        seeds.numbered(number).returnAsIncomplete(reason);
        journal.note(number, "Returned as incomplete", reason);
    }

    public void complete(String number, SeedContent content) {
        Seed seed = seeds.numbered(number);
        seed.change(content, user.name(), clock.instant());
        seed.completed();
        journal.note(number, "Registration completed", "");
    }

    /** @throws Refusal where a power of attorney is needed and has not been handed in as a file */
    public void confirmComplete(String number) {
        Seed seed = seeds.numbered(number);
        seed.confirmComplete();
        if (seed.content().ownership().needsPowerOfAttorney() && !files.hasPowerOfAttorney(number)) {
            throw Refusal.invalid("The power of attorney is missing as a file: add it to the record's files.");
        }
        journal.note(number, "Formal check passed", "");
    }

    public void refuse(String number, String reason) {
        seeds.numbered(number).refuse(reason);
        journal.note(number, "Not licensable", reason);
    }

    public void evaluate(String number, Seed.ScoreSheet sheet) {
        seeds.numbered(number).evaluate(sheet);
        journal.note(number, "Seed evaluated", sheet.comment());
    }

    /** Publishes the seed. May run twice. */
    public void publish(String number) {
        Seed seed = seeds.numbered(number);
        if (seed.status() == Seed.Status.PUBLISHED) {
            return;
        }
        seed.publish(LocalDate.now(clock), clock.instant());
        journal.note(number, "Seed published", "");
        news.publishEvent(new Seed.Published(number));
    }

    /** The seed stands for another twelve months. */
    public void renew(String number) {
        seeds.numbered(number).renew(LocalDate.now(clock));
        journal.note(number, "Seed renewed", "");
    }

    /** Takes a seed out of the programme for a reason that the registrant or the patent office gives. */
    public void leave(String number, Seed.Leave why, String words) {
        withdraw(number, why == Seed.Leave.WITHDRAWN ? words : why.english() + ": " + words, why.endsCases());
    }

    /** The seed was not renewed in time. */
    void expire(String number) {
        Seed seed = seeds.numbered(number);
        withdraw(number, "It was not renewed by " + seed.renewalDue() + ".", false);
    }

    /** The registrant is written what the record still lacks; nothing where no address is known. */
    public void remindOfMissing(String number) {
        Seed seed = seeds.numbered(number);
        letters.missing(seed);
        journal.note(number, "Reminder", "The record is still incomplete.");
    }

    /**
     * Takes a seed out of the programme. May run twice.
     *
     * @param lapsed whether the patent itself is lost, so that every case on it ends, also where the seed has left the
     *     programme before
     */
    public void withdraw(String number, String reason, boolean lapsed) {
        if (seeds.numbered(number).withdraw(reason, clock.instant()) || lapsed) {
            journal.note(number, lapsed ? "Patent lapsed" : "Seed withdrawn", reason);
            news.publishEvent(new Seed.Withdrawn(number, reason, lapsed));
        }
    }
}
