/**
 * Owns how contracts are signed: the text that both sides sign, who signed it when and in which way, and the seal by
 * which any later change of the signed file is detected. Runs no process of its own; it answers {@code contract-signing}.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "negotiation", "documents", "documents::drafting", "parties"})
@NullMarked
package org.kakehashi.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
