/**
 * Who saw or changed what, as a chain of hashes in which a changed, removed or inserted entry is found. What the journal
 * and the engine's operation log write comes in by triggers; what was seen, and who signed in, from here.
 */
@NullMarked
package org.kakehashi.platform.audit;

import org.jspecify.annotations.NullMarked;
