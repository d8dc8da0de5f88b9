@NullMarked
package org.kakehashi.portal.web;

import org.jspecify.annotations.NullMarked;
