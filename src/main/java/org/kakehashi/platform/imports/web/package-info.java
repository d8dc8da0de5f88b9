@NullMarked
package org.kakehashi.platform.imports.web;

import org.jspecify.annotations.NullMarked;
