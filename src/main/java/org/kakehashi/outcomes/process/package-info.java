@NullMarked
package org.kakehashi.outcomes.process;

import org.jspecify.annotations.NullMarked;
