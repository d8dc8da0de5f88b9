@NullMarked
package org.kakehashi.portal.search;

import org.jspecify.annotations.NullMarked;
