/**
 * Owns the organisations of the programme, those that hold technology and those that look for it, with whom to talk to
 * there. Runs no process.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package org.kakehashi.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
