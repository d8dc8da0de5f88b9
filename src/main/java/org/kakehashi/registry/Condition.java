package org.kakehashi.registry;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.kakehashi.shared.ThreeValued;

/**
 * A commercial condition as its owner states it.
 *
 * @param text in the owner's words; empty where nothing is said
 */
@Embeddable
public record Condition(@Enumerated(EnumType.STRING) ThreeValued value, String text) {

    /** Neither asked nor ruled out. */
    public static final Condition OPEN = of(ThreeValued.NOT_SPECIFIED);

    public static Condition of(ThreeValued value) {
        return new Condition(value, "");
    }
}
