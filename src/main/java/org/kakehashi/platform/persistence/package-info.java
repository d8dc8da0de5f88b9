@NullMarked
package org.kakehashi.platform.persistence;

import org.jspecify.annotations.NullMarked;
