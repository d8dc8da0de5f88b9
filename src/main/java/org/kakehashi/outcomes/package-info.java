/**
 * Owns what came of the contracts: the economic impact that each brings year by year, and the statistics counted from
 * them. Runs no process yet.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "contract", "negotiation"})
@NullMarked
package org.kakehashi.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
