@NullMarked
package org.kakehashi.negotiation.web;

import org.jspecify.annotations.NullMarked;
