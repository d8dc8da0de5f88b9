/**
 * Owns the activity records of advisers, from which statistics are made: visits, courses, search help, consultations
 * and meetings. Runs no process.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "directory", "advisers"})
@NullMarked
package org.kakehashi.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
