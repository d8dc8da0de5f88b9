package org.kakehashi.platform.imports;

import java.io.IOException;

/** A file cannot be read on from here; the message says why in a sentence. */
final class Unreadable extends IOException {

    Unreadable(String sentence) {
        super(sentence);
    }
}
