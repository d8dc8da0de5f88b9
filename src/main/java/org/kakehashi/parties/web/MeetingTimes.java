package org.kakehashi.parties.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.MeetingPlan;
import org.kakehashi.negotiation.MeetingPlans;
import org.kakehashi.negotiation.MeetingSlot;
import org.kakehashi.parties.PartyLink;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The times for the technical meeting as a side reads them, in Japan's time. */
@Component
class MeetingTimes {

    /** A time to choose. */
    public record Time(int number, String words, boolean chosen) {}

    /**
     * @param fixed the time both accept
     * @param asks whether the side may still choose
     * @param answered whether it has said something to these times
     * @param wish the words with which it asked for others
     */
    public record View(
            int offering, List<Time> slots, @Nullable String fixed, boolean asks, boolean answered, String wish) {}

    private final MeetingPlans plans;
    private final MessageSource messages;
    private final Clock clock;

    MeetingTimes(MeetingPlans plans, MessageSource messages, Clock clock) {
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    Optional<View> of(PartyLink link) {
        return plans.of(link.caseNumber())
                .map(plan -> view(plan, link, plans.isDue(link.caseNumber())))
                .filter(view -> view.asks() || view.fixed() != null);
    }

    private View view(MeetingPlan plan, PartyLink link, boolean due) {
        MeetingPlan.Answer answer = plan.answers().get(link.side());
        Set<Integer> chosen = answer == null ? Set.of() : answer.slots();
        MeetingSlot fixed = plan.fixed();
        return new View(
                plan.offering(),
                plan.slots().stream()
                        .map(slot ->
                                new Time(slot.number(), words(slot, link.locale()), chosen.contains(slot.number())))
                        .toList(),
                fixed == null ? null : words(fixed, link.locale()),
                due && plan.accepted().isEmpty(),
                answer != null,
                answer == null ? "" : answer.words());
    }

    private String words(MeetingSlot slot, Locale language) {
        return messages.getMessage(
                "meeting.slot",
                new Object[] {
                    DateTimeFormatter.ofPattern("yyyy-MM-dd (E) HH:mm", language)
                            .format(slot.startsAt().atZone(clock.getZone())),
                    slot.minutes(),
                    slot.place()
                },
                language);
    }
}
