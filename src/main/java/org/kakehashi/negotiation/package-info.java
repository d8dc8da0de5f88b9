/**
 * Owns the licensing cases: who the parties are, where a case stands, whose move it is, what each side answered and how
 * it ended. Runs {@code technology-transfer}, {@code licensing-case}, {@code introduction}, {@code confidentiality},
 * {@code evaluation}, {@code term-negotiation} and {@code approval}.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "directory", "advisers", "registry", "needs", "matching"})
@NullMarked
package org.kakehashi.negotiation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
