@NullMarked
package org.kakehashi.platform.audit.web;

import org.jspecify.annotations.NullMarked;
