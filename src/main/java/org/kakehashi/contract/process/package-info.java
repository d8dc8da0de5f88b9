@NullMarked
package org.kakehashi.contract.process;

import org.jspecify.annotations.NullMarked;
