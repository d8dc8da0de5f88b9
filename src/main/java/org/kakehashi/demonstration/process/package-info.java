@NullMarked
package org.kakehashi.demonstration.process;

import org.jspecify.annotations.NullMarked;
