package org.kakehashi.architecture.counterexample.cycle.left;

import org.kakehashi.architecture.counterexample.cycle.right.Right;

/** Half of a cycle made on purpose. */
public record Left(Right other) {}
