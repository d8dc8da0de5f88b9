/**
 * How others write licensable patents: each class turns one way into the row that the module's import reads.
 * {@link org.kakehashi.registry.exchange.SeedLayouts} lists them.
 */
@NullMarked
package org.kakehashi.registry.exchange;

import org.jspecify.annotations.NullMarked;
