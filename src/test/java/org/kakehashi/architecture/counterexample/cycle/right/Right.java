package org.kakehashi.architecture.counterexample.cycle.right;

import org.jspecify.annotations.Nullable;
import org.kakehashi.architecture.counterexample.cycle.left.Left;

/** The other half. */
public record Right(@Nullable Left other) {}
