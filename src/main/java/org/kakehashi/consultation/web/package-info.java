@NullMarked
package org.kakehashi.consultation.web;

import org.jspecify.annotations.NullMarked;
