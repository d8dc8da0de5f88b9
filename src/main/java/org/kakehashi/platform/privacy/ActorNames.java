package org.kakehashi.platform.privacy;

import java.util.Map;

/** Knows under which names people without an account act. */
public interface ActorNames {

    /** Each name under which the person has acted, with the one that takes its place. */
    Map<String, String> of(String person, String pseudonym);
}
