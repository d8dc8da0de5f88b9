package org.kakehashi.platform.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the first administrator's configured password stops the application from starting. */
class UnfitPassword extends AbstractFailureAnalyzer<UnfitPassword.Given> {

    /** The first administrator cannot have the password that is configured. */
    static final class Given extends RuntimeException {}

    @Override
    protected FailureAnalysis analyze(Throwable failure, Given cause) {
        return new FailureAnalysis(
                "The first administrator's password is too weak. " + Passwords.POLICY,
                "Set another KAKEHASHI_ADMINISTRATOR_PASSWORD, or none: then one is made and shown once.",
                cause);
    }
}
