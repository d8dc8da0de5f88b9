@NullMarked
package org.kakehashi.advisers.process;

import org.jspecify.annotations.NullMarked;
