@NullMarked
package org.kakehashi.matching.process;

import org.jspecify.annotations.NullMarked;
