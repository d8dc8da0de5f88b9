@NullMarked
package org.kakehashi.parties.web;

import org.jspecify.annotations.NullMarked;
