/**
 * Owns the public pages: the search in what is published, the records, browsing by field and by class, and the searches
 * that visitors save. Of the records it reads only; what a visitor asks for goes to {@code consultation}.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform", "registry", "directory", "consultation"})
@NullMarked
package org.kakehashi.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
