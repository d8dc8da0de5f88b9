@NullMarked
package org.kakehashi.royalties.web;

import org.jspecify.annotations.NullMarked;
