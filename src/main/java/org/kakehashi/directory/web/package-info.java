@NullMarked
package org.kakehashi.directory.web;

import org.jspecify.annotations.NullMarked;
