@NullMarked
package org.kakehashi.demonstration.web;

import org.jspecify.annotations.NullMarked;
