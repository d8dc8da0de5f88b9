@NullMarked
package org.kakehashi.platform.security;

import org.jspecify.annotations.NullMarked;
