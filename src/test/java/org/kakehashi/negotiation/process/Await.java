package org.kakehashi.negotiation.process;

import java.util.function.BooleanSupplier;

/** Waits for what listeners do in their own time. */
final class Await {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final long STEP_MILLIS = 50;

    private Await() {}

    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen");
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
