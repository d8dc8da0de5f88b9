@NullMarked
package org.kakehashi.signing.web;

import org.jspecify.annotations.NullMarked;
