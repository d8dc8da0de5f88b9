package org.kakehashi.consultation;

/** The running processes of questions. */
public interface Inquiry {

    /** The question goes its way. */
    void begin(String number);

    /** @return whether it waited for the asker's reply */
    boolean replied(String number);
}
