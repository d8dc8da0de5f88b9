/**
 * Owns the advisers of the programme, what each covers and how much each has in hand, and finds the adviser for a side
 * of a case. Runs {@code adviser-dispatch} and {@code adviser-handover}; the decision {@code adviser-routing} is its own.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "directory"})
@NullMarked
package org.kakehashi.advisers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
