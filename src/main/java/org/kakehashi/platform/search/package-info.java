@NullMarked
package org.kakehashi.platform.search;

import org.jspecify.annotations.NullMarked;
