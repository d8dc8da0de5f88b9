package org.kakehashi.negotiation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/**
 * The times offered for a technical meeting, what the sides say to them, and the time that is fixed.
 *
 * @param offering counts how often times were offered, from 1
 * @param fixed the time both sides accept; it stands until another one is fixed or the meeting is called off
 */
public record MeetingPlan(
        int offering,
        List<MeetingSlot> slots,
        Map<Side, Answer> answers,
        @Nullable MeetingSlot fixed) {

    /**
     * What a side says to the times that are offered.
     *
     * @param slots the numbers of those that suit it; none where it asks for others
     * @param words which times would suit it; empty where it accepts some
     */
    public record Answer(Set<Integer> slots, String words) {}

    /** The first of the times on which both sides agree. */
    public Optional<MeetingSlot> accepted() {
        return slots.stream().filter(this::suitsBoth).findFirst();
    }

    private boolean suitsBoth(MeetingSlot slot) {
        return answers.size() == Side.values().length
                && answers.values().stream().allMatch(answer -> answer.slots().contains(slot.number()));
    }
}
