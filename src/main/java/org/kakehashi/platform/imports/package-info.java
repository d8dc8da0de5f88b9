/** Bulk import, streamed, in batches, with progress; what a row means is the module's that takes it. */
@NullMarked
package org.kakehashi.platform.imports;

import org.jspecify.annotations.NullMarked;
