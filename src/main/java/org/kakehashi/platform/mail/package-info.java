/**
 * Mail in the reader's language, kept in the writer's transaction and sent over SMTP afterwards, as often as it takes and
 * always under the same message id.
 */
@NullMarked
package org.kakehashi.platform.mail;

import org.jspecify.annotations.NullMarked;
