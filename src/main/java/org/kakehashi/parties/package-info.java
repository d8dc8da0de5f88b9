/**
 * Owns the companies' way into their case: who was asked what, and the personal, expiring, revocable links by which a
 * company without an account reads and answers. Runs no process of its own; it answers those of {@code negotiation}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "directory",
            "advisers",
            "negotiation",
            "documents",
            "documents::drafting"
        })
@NullMarked
package org.kakehashi.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
