@NullMarked
package org.kakehashi.advisers.web;

import org.jspecify.annotations.NullMarked;
