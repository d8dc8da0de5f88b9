/** The journal of every record and case: what happened, when, by whom, in words a person reads. */
@NullMarked
package org.kakehashi.platform.journal;

import org.jspecify.annotations.NullMarked;
