@NullMarked
package org.kakehashi.registry.web;

import org.jspecify.annotations.NullMarked;
