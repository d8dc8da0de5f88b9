package org.kakehashi.platform.security;

import org.springframework.security.core.AuthenticationException;

/** Somebody at this address has guessed too often. */
class TooManyTries extends AuthenticationException {

    static final String SENTENCE = "Too many wrong tries came from your address: wait ten minutes, then try again.";

    TooManyTries() {
        super(SENTENCE);
    }
}
