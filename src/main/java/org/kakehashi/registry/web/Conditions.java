package org.kakehashi.registry.web;

import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.Condition;
import org.kakehashi.shared.ThreeValued;

/** How conditions are read from callers: what is absent is not specified. */
final class Conditions {

    /** Characters of an owner's words. */
    static final int LONGEST = 5_000;

    static final String TOO_LONG = "must have at most 5000 characters";

    private Conditions() {}

    static Condition of(@Nullable ThreeValued value, @Nullable String text) {
        return new Condition(known(value), StringUtils.defaultString(text));
    }

    static ThreeValued known(@Nullable ThreeValued value) {
        return Objects.requireNonNullElse(value, ThreeValued.NOT_SPECIFIED);
    }
}
