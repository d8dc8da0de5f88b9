/**
 * Owns what came of the contracts: the yearly inquiry of each, every edition of what its licensee answered, the releases by
 * which a year's figures are known, and the statistics counted from them. Runs {@code follow-up-inquiry}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "contract",
            "negotiation",
            "advisers",
            "directory",
            "parties",
            "royalties",
            "documents :: drafting"
        })
@NullMarked
package org.kakehashi.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
