package org.kakehashi.negotiation.process;

import org.kakehashi.advisers.Adviser;

/** An adviser to choose in a form. */
record AdviserChoice(String label, String value) {

    static AdviserChoice of(Adviser adviser) {
        return new AdviserChoice(adviser.name() + ", " + adviser.prefecture().english(), adviser.userId());
    }
}
