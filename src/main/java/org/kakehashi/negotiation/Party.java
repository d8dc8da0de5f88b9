package org.kakehashi.negotiation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;

/**
 * One side of a case: the organisation under the name it bore when the case was opened, and the adviser who stands by
 * it.
 *
 * @param enteredBy the user or program that entered its seed or need
 */
@Embeddable
public record Party(
        UUID organisation,
        String name,
        @Enumerated(EnumType.STRING) @Nullable Prefecture prefecture,
        @Nullable String adviser,
        String enteredBy) {

    Party withAdviser(String user) {
        return new Party(organisation, name, prefecture, user, enteredBy);
    }

    /** Name and prefecture, such as {@code Hikari Kogaku K.K. (Nagano)}. */
    public String described() {
        return prefecture == null ? name : name + " (" + prefecture.english() + ")";
    }
}
