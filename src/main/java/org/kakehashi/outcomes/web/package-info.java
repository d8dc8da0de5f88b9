@NullMarked
package org.kakehashi.outcomes.web;

import org.jspecify.annotations.NullMarked;
