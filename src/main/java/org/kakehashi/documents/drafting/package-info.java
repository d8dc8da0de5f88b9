/** How a draft comes about: templates of clauses, filled from what was agreed, written as Word. */
@NullMarked
package org.kakehashi.documents.drafting;

import org.jspecify.annotations.NullMarked;
