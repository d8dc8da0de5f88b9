/** The common ground of all pages and REST controllers: start page, lists by pages, problem details, safe repetition. */
@NullMarked
package org.kakehashi.platform.web;

import org.jspecify.annotations.NullMarked;
