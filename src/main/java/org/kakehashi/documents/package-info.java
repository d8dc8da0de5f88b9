/**
 * Owns the documents of the cases: their versions and content, who may see them and who took them away. Runs no process
 * of its own.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "negotiation"})
@NullMarked
package org.kakehashi.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
