@NullMarked
package org.kakehashi.matching.web;

import org.jspecify.annotations.NullMarked;
