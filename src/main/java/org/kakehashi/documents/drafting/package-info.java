/** How a document comes about: templates of clauses, filled from what was agreed, written as Word and PDF. */
@NamedInterface("drafting")
@NullMarked
package org.kakehashi.documents.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
