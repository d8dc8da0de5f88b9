/** The searches that visitors save: what is new in them comes by mail. */
@NullMarked
package org.kakehashi.portal.saved;

import org.jspecify.annotations.NullMarked;
