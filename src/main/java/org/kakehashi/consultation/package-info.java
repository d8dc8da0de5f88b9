/**
 * Owns the questions that companies ask the programme, or the interest they express in a seed, from the portal, by phone, in a visit or through a program, with
 * what was said and the files that came along; and the activity records of advisers, from which statistics are made.
 * Runs {@code consultation}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "directory",
            "advisers",
            "registry",
            "needs",
            "negotiation",
            "documents"
        })
@NullMarked
package org.kakehashi.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
