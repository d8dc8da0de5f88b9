/**
 * Fills an empty database with invented people, organisations, seeds, needs and cases by doing what people do, so that
 * a newcomer finds work in every stage. Runs no process of its own and is active in the profile
 * {@code demonstration} only.
 */
@ApplicationModule
@NullMarked
package org.kakehashi.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
