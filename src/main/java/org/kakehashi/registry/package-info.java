/**
 * Owns the seeds: licensable patents with their owners' conditions, what they said before and the files that belong to
 * them, from registration to withdrawal. Runs
 * {@code seed-registration}.
 */
@ApplicationModule(allowedDependencies = {"directory", "shared", "platform"})
@NullMarked
package org.kakehashi.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
