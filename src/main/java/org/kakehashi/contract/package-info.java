/**
 * Owns the contracts from the clearance of agreed terms to the confirmed contract: drafts, signatures' outcome, the
 * register of who may use what, and the patent office's receipt; and of the licences for research tools, which need no
 * negotiation. Runs {@code legal-clearance}, {@code contract-signing} and {@code research-tool-licence}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "directory",
            "registry",
            "matching",
            "negotiation",
            "documents",
            "signing"
        })
@NullMarked
package org.kakehashi.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
