package org.kakehashi.advisers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The days on which an adviser is away.
 *
 * @param deputy who stands in meanwhile; none where nobody does
 * @param openTasks whether the deputy also takes the tasks that are open when the absence begins
 */
public record Absence(
        UUID id,
        String userId,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String deputy,
        boolean openTasks) {

    /** An absence was entered or ended early. */
    public record Changed() {}
}
