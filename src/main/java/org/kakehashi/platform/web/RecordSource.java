package org.kakehashi.platform.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/** The system that a record created over REST comes from. */
public final class RecordSource {

    private static final String NONE_NAMED = "rest";

    private RecordSource() {}

    /** @throws Refusal where the source is named without the record's id there, or the other way round */
    public static String of(@Nullable String source, @Nullable String externalId) {
        if ((source == null) != (externalId == null)) {
            throw Refusal.invalid("Give both the source and its id of the record, or neither.");
        }
        return Objects.requireNonNullElse(source, NONE_NAMED);
    }
}
