/**
 * Owns what a contract brings and demands after it is confirmed: the formula in force, the obligations that follow from
 * the terms, the licensee's statements, what is received and how it is split, and who has taken a party's place. Runs
 * {@code obligation} and {@code contract-change}.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "contract", "negotiation", "directory", "parties"})
@NullMarked
package org.kakehashi.royalties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
