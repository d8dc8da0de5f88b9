@NullMarked
package org.kakehashi.royalties.process;

import org.jspecify.annotations.NullMarked;
