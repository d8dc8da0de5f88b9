/**
 * What is kept on people and for how long. Each module says where people stand in its tables, and how long they may stand
 * there, as beans; what is done about it is done here for all.
 */
@NullMarked
package org.kakehashi.platform.privacy;

import org.jspecify.annotations.NullMarked;
