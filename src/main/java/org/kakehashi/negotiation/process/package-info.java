@NullMarked
package org.kakehashi.negotiation.process;

import org.jspecify.annotations.NullMarked;
