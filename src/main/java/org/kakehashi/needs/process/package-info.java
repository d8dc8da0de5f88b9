@NullMarked
package org.kakehashi.needs.process;

import org.jspecify.annotations.NullMarked;
