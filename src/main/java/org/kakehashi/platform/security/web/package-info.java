@NullMarked
package org.kakehashi.platform.security.web;

import org.jspecify.annotations.NullMarked;
