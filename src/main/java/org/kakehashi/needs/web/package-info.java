@NullMarked
package org.kakehashi.needs.web;

import org.jspecify.annotations.NullMarked;
