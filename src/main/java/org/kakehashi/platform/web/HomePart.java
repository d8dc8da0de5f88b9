package org.kakehashi.platform.web;

import java.util.Map;

/** What a module puts on the start page of some people, above the doors. */
public interface HomePart {

    /** Whether who is signed in sees it. */
    boolean isFor(String user);

    /** A template with a fragment {@code part}. */
    String template();

    /** What the fragment shows. */
    Map<String, Object> shown(String user);
}
