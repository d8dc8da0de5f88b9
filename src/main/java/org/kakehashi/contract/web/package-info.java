@NullMarked
package org.kakehashi.contract.web;

import org.jspecify.annotations.NullMarked;
