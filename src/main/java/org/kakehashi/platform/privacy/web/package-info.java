@NullMarked
package org.kakehashi.platform.privacy.web;

import org.jspecify.annotations.NullMarked;
