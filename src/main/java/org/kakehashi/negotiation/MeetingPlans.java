package org.kakehashi.negotiation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds a time for the technical meeting: advisers offer some, the sides choose, the first that both accept is fixed. */
@Component
@Transactional
public class MeetingPlans {

    private static final int MOST_SLOTS = 5;
    private static final int SHORTEST_MINUTES = 15;
    private static final int LONGEST_MINUTES = 480;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_WORDS = 1000;

    private final JdbcClient jdbc;
    private final LicensingCases cases;
    private final TechnicalMeetings meetings;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeetingPlans(
            JdbcClient jdbc,
            LicensingCases cases,
            TechnicalMeetings meetings,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.meetings = meetings;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    private record State(
            int offering,
            @Nullable Integer sequence,
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            boolean cancelled) {

        @Nullable
        MeetingSlot slot() {
            return startsAt == null || minutes == null || place == null || cancelled
                    ? null
                    : new MeetingSlot(1, startsAt, minutes, place);
        }

        int next() {
            return sequence == null ? 0 : sequence + 1;
        }
    }

    /** What is planned, where times have been offered. */
    @Transactional(readOnly = true)
    public Optional<MeetingPlan> of(String caseNumber) {
        return state(caseNumber, "").map(state -> plan(caseNumber, state));
    }

    /** Whether the case has come to its technical meeting, and it has not been held. */
    @Transactional(readOnly = true)
    public boolean isDue(String caseNumber) {
        LicensingCase licensingCase = cases.of(caseNumber);
        return licensingCase.isOpen()
                && licensingCase.confidentiality().covers(Confidentiality.NDA)
                && !meetings.existsById(caseNumber);
    }

    /**
     * Offers times in place of those offered before. A time that is fixed stands until both sides accept another one.
     *
     * @throws Refusal where the case is not there, or a time cannot be offered
     */
    public void offer(String caseNumber, List<MeetingSlot> slots) {
        checkDue(caseNumber);
        check(slots);
        int offering = jdbc.sql("INSERT INTO meeting_plan (case_number, offering) VALUES (?, 1)"
                        + " ON CONFLICT (case_number) DO UPDATE SET offering = meeting_plan.offering + 1"
                        + " RETURNING offering")
                .param(caseNumber)
                .query(Integer.class)
                .single();
        for (MeetingSlot slot : slots) {
            jdbc.sql("INSERT INTO meeting_slot (case_number, offering, number, starts_at, minutes, place)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            caseNumber,
                            offering,
                            slot.number(),
                            Timestamp.from(slot.startsAt()),
                            slot.minutes(),
                            slot.place().strip())
                    .update();
        }
        journal.note(caseNumber, "Times for the technical meeting offered", "");
        events.publishEvent(new MeetingNews.Offered(caseNumber, offering));
    }

    /**
     * Takes the times that suit a side; the same again changes nothing.
     *
     * @throws Refusal where other times are offered by now, or the sides have fixed one of these
     */
    public void choose(String caseNumber, Side side, int offering, Set<Integer> numbers) {
        boolean known = slots(caseNumber, offering).stream()
                .map(MeetingSlot::number)
                .collect(Collectors.toSet())
                .containsAll(numbers);
        if (numbers.isEmpty() || !known) {
            throw Refusal.invalid("Choose one of the times that are offered.");
        }
        answer(caseNumber, side, offering, new MeetingPlan.Answer(new TreeSet<>(numbers), ""));
    }

    /** The side asks for other times. @throws Refusal where other times are offered by now */
    public void askForOthers(String caseNumber, Side side, int offering, String words) {
        if (words.isBlank()) {
            throw Refusal.invalid("Say which times would suit you.");
        }
        if (words.length() > LONGEST_WORDS) {
            throw Refusal.invalid("Use at most 1,000 characters.");
        }
        answer(caseNumber, side, offering, new MeetingPlan.Answer(Set.of(), words.strip()));
    }

    /** A case that ends needs no meeting any more. */
    @ApplicationModuleListener
    void on(CaseEnded ended) {
        state(ended.number(), " FOR UPDATE").ifPresent(state -> {
            MeetingSlot slot = state.slot();
            if (slot != null && slot.startsAt().isAfter(clock.instant()) && !meetings.existsById(ended.number())) {
                jdbc.sql("UPDATE meeting_plan SET cancelled = true, sequence = ? WHERE case_number = ?")
                        .params(state.next(), ended.number())
                        .update();
                journal.note(ended.number(), "Technical meeting called off", "");
                events.publishEvent(new MeetingNews.Cancelled(ended.number(), state.next(), slot));
            }
        });
    }

    private void answer(String caseNumber, Side side, int offering, MeetingPlan.Answer answer) {
        checkDue(caseNumber);
        State state = state(caseNumber, " FOR UPDATE")
                .filter(found -> found.offering() == offering)
                .orElseThrow(() ->
                        Refusal.conflict("The times have changed meanwhile: choose among those that are offered now."));
        MeetingPlan plan = plan(caseNumber, state);
        if (answer.equals(plan.answers().get(side))) {
            return;
        }
        if (plan.accepted().isPresent()) {
            throw Refusal.conflict("Both sides have accepted a time: ask your adviser to change it.");
        }
        jdbc.sql("INSERT INTO meeting_answer (case_number, offering, side, slots, words) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (case_number, offering, side)"
                        + " DO UPDATE SET slots = excluded.slots, words = excluded.words")
                .params(caseNumber, offering, side.name(), answer.slots().toArray(Integer[]::new), answer.words())
                .update();
        journal.note(
                caseNumber,
                answer.words().isEmpty()
                        ? "The %s accepts times for the technical meeting".formatted(side.lower())
                        : "The %s asks for other times for the technical meeting".formatted(side.lower()),
                answer.words());
        plan(caseNumber, state).accepted().ifPresent(slot -> fix(caseNumber, state, slot));
    }

    private void fix(String caseNumber, State state, MeetingSlot slot) {
        jdbc.sql("UPDATE meeting_plan SET sequence = ?, starts_at = ?, minutes = ?, place = ? WHERE case_number = ?")
                .params(state.next(), Timestamp.from(slot.startsAt()), slot.minutes(), slot.place(), caseNumber)
                .update();
        journal.note(caseNumber, "Time of the technical meeting fixed", "");
        events.publishEvent(new MeetingNews.Fixed(caseNumber, state.next(), slot));
    }

    private void checkDue(String caseNumber) {
        if (!isDue(caseNumber)) {
            throw Refusal.conflict("Case " + caseNumber
                    + " waits for no technical meeting: it comes once the confidentiality agreement"
                    + " is signed, and before its minutes are recorded.");
        }
    }

    private void check(List<MeetingSlot> slots) {
        var faults = new ArrayList<String>();
        if (slots.isEmpty() || slots.size() > MOST_SLOTS) {
            faults.add("Offer one to five times.");
        }
        for (MeetingSlot slot : slots) {
            String name = "Time " + slot.number() + ": ";
            if (!slot.startsAt().isAfter(clock.instant())) {
                faults.add(name + "it lies in the past.");
            }
            if (slot.minutes() < SHORTEST_MINUTES || slot.minutes() > LONGEST_MINUTES) {
                faults.add(name + "a meeting lasts 15 minutes to 8 hours.");
            }
            if (slot.place().isBlank() || slot.place().length() > LONGEST_PLACE) {
                faults.add(name + "say where you meet, in at most 300 characters.");
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }

    private MeetingPlan plan(String caseNumber, State state) {
        return new MeetingPlan(
                state.offering(),
                slots(caseNumber, state.offering()),
                answers(caseNumber, state.offering()),
                state.slot());
    }

    private Optional<State> state(String caseNumber, String lock) {
        return jdbc.sql("SELECT offering, sequence, starts_at, minutes, place, cancelled FROM meeting_plan"
                        + " WHERE case_number = ?" + lock)
                .param(caseNumber)
                .query(State.class)
                .optional();
    }

    private List<MeetingSlot> slots(String caseNumber, int offering) {
        return jdbc.sql("SELECT number, starts_at, minutes, place FROM meeting_slot"
                        + " WHERE case_number = ? AND offering = ? ORDER BY starts_at, number")
                .params(caseNumber, offering)
                .query(MeetingSlot.class)
                .list();
    }

    private Map<Side, MeetingPlan.Answer> answers(String caseNumber, int offering) {
        var answers = new EnumMap<Side, MeetingPlan.Answer>(Side.class);
        jdbc.sql("SELECT side, slots, words FROM meeting_answer WHERE case_number = ? AND offering = ?")
                .params(caseNumber, offering)
                .query(row -> {
                    Integer[] slots = (Integer[]) row.getArray("slots").getArray();
                    answers.put(
                            Side.valueOf(row.getString("side")),
                            new MeetingPlan.Answer(new TreeSet<>(List.of(slots)), row.getString("words")));
                });
        return answers;
    }
}
