@NullMarked
package org.kakehashi.matching.search;

import org.jspecify.annotations.NullMarked;
