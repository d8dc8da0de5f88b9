@NullMarked
package org.kakehashi.platform.web;

import org.jspecify.annotations.NullMarked;
