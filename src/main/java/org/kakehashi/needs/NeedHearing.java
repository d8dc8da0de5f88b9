package org.kakehashi.needs;

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

/** What is done with a need, by whatever door: receive, acknowledge, change, open, close. */
@Component
@Transactional
public class NeedHearing {

    private final Needs needs;
    private final Organisations organisations;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final CurrentUser user;
    private final Clock clock;

    NeedHearing(
            Needs needs,
            Organisations organisations,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher news,
            CurrentUser user,
            Clock clock) {
        this.needs = needs;
        this.organisations = organisations;
        this.numbers = numbers;
        this.journal = journal;
        this.news = news;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Receives a need.
     *
     * @param externalId the record's id at its source; the need's own number where there is none
     * @param startTransfer whether its technology transfer shall begin
     * @throws Refusal where the organisation is unknown, or the source's record has arrived already
     */
    public Need receive(
            String source,
            @Nullable String externalId,
            UUID organisationId,
            NeedContent content,
            boolean startTransfer) {
        var organisation = organisations.owning(organisationId);
        if (externalId != null) {
            needs.findBySourceAndExternalId(source, externalId).ifPresent(present -> {
                throw Refusal.conflict("Record " + externalId + " of " + source + " is need " + present.number() + ".");
            });
        }
        String number = numbers.next(CaseNumber.Kind.NEED);
        Need need = needs.save(new Need(
                number,
                source,
                externalId == null ? number : externalId,
                organisationId,
                organisation.prefecture(),
                content,
                user.name(),
                clock.instant()));
        journal.note(number, "Need received", content.title());
        news.publishEvent(new Need.Received(number, startTransfer));
        return need;
    }

    public Need change(String number, NeedContent content) {
        Need need = needs.numbered(number);
        if (need.change(content, clock.instant())) {
            journal.note(number, "Need changed", content.title());
            if (need.status() == Need.Status.OPEN) {
                news.publishEvent(new Need.Changed(number));
            }
        }
        return need;
    }

    public void acknowledge(String number, LocalDate hearing) {
        needs.numbered(number).acknowledge(hearing);
        journal.note(number, "Need acknowledged", "Hearing on " + hearing);
    }

    /** Opens the need for matching. May run twice. */
    public void open(String number) {
        if (needs.numbered(number).open()) {
            journal.note(number, "Need opened", "");
            news.publishEvent(new Need.Opened(number));
        }
    }

    /** Closes the need. May run twice. */
    public void close(String number, String reason) {
        if (needs.numbered(number).close(reason)) {
            journal.note(number, "Need closed", reason);
            news.publishEvent(new Need.Closed(number, reason));
        }
    }
}
