/**
 * Owns the needs of prospective licensees, from the first word to the closed record. Runs {@code need-hearing}.
 */
@ApplicationModule(allowedDependencies = {"directory", "shared", "platform"})
@NullMarked
package org.kakehashi.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
