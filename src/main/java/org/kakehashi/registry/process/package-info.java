@NullMarked
package org.kakehashi.registry.process;

import org.jspecify.annotations.NullMarked;
