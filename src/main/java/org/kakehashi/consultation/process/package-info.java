@NullMarked
package org.kakehashi.consultation.process;

import org.jspecify.annotations.NullMarked;
