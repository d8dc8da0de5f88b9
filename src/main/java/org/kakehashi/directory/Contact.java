package org.kakehashi.directory;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Whom to talk to at an organisation.
 *
 * @param language ISO 639-1 code of the language to talk in, such as {@code ja}
 */
@Embeddable
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {}
