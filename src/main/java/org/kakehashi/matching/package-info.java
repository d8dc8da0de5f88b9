/**
 * Owns the matches: pairs of a seed and a need, why they fit and what advisers decided on them, and the search index
 * that finds them from either end. Runs the process {@code matching}, in which an adviser reviews a shortlist.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "registry", "needs", "directory"})
@NullMarked
package org.kakehashi.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
