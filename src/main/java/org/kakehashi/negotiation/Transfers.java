package org.kakehashi.negotiation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records on their way through the programme. Each starts once, however often it is asked for. */
@Component
@Transactional
public class Transfers {

    private static final Period STANDS = Period.ofMonths(12);

    private final TransferTable transfers;
    private final Course course;
    private final Clock clock;

    Transfers(TransferTable transfers, Course course, Clock clock) {
        this.transfers = transfers;
        this.course = course;
        this.clock = clock;
    }

    /** Starts the transfer of a seed or a need, unless it has been started. */
    public void start(
            Transfer.Origin origin, @Nullable String seedNumber, @Nullable String needNumber, @Nullable String key) {
        String record = origin == Transfer.Origin.NEED ? needNumber : seedNumber;
        if (origin == Transfer.Origin.INTRODUCTION || record == null || !transfers.existsById(record)) {
            course.start(origin, seedNumber, needNumber, key);
        }
    }

    /**
     * Enters a record as it starts.
     *
     * @param key what the starter calls it; the record's number where it has no name of its own
     * @throws Refusal where the record or the key has been started before
     */
    public void enter(Transfer.Origin origin, String recordNumber, @Nullable String key) {
        String name = Objects.requireNonNullElse(key, recordNumber);
        LocalDate renewal = LocalDate.now(clock).plus(STANDS);
        if (transfers.addIfAbsent(recordNumber, name, origin.name(), renewal, clock.instant()) == 0) {
            throw Refusal.conflict(transfers
                    .findByKey(name)
                    .filter(earlier -> !earlier.recordNumber().equals(recordNumber))
                    .map(earlier -> "\"" + name + "\" has been started before, for " + earlier.recordNumber() + ".")
                    .orElse(recordNumber + " is on its way already."));
        }
    }

    @Transactional(readOnly = true)
    public Optional<Transfer> find(String recordNumber) {
        return transfers.findById(recordNumber);
    }

    /** From now on this user is the record's adviser. */
    public void assign(String recordNumber, String user) {
        of(recordNumber).assign(user);
    }

    /** Those of the records by which the adviser stands. */
    @Transactional(readOnly = true)
    public List<String> of(String adviser, List<String> records) {
        return transfers.findByAdviser(adviser).stream()
                .map(Transfer::recordNumber)
                .filter(Set.copyOf(records)::contains)
                .sorted()
                .toList();
    }

    @Transactional(readOnly = true)
    public LocalDate renewalDue(String recordNumber) {
        return of(recordNumber).renewalDue();
    }

    /** The record stands for another year; answers when it must be renewed again. */
    public LocalDate renew(String recordNumber) {
        LocalDate due = LocalDate.now(clock).plus(STANDS);
        of(recordNumber).renew(due);
        return due;
    }

    /** New candidates came up: the record looks at once where it waits for them, otherwise before it waits again. */
    public void candidatesChanged(String recordNumber) {
        transfers
                .lock(recordNumber)
                .filter(transfer -> !course.candidatesChanged(recordNumber))
                .ifPresent(Transfer::keepNews);
    }

    /** Whether candidates came up since the record was looked at; from here until the commit none can be missed. */
    public boolean takeNews(String recordNumber) {
        return transfers.lock(recordNumber).filter(Transfer::takeNews).isPresent();
    }

    private Transfer of(String recordNumber) {
        return transfers
                .findById(recordNumber)
                .orElseThrow(() -> Refusal.notFound(recordNumber + " is not on its way."));
    }
}
