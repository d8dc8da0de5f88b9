@NullMarked
package org.kakehashi.platform.camunda;

import org.jspecify.annotations.NullMarked;
