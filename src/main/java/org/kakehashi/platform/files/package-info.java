/** Files as they are sent: judged by their content, hashed and named harmlessly before any module keeps them. */
@NullMarked
package org.kakehashi.platform.files;

import org.jspecify.annotations.NullMarked;
