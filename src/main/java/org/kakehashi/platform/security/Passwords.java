package org.kakehashi.platform.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.kakehashi.shared.Refusal;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The signed-in user's own password. */
@Component
public class Passwords {

    public static final int LEAST_CHARACTERS = 10;

    /** What a password must be, in words; the engine's policy is the rule. */
    public static final String POLICY = "A password has at least " + LEAST_CHARACTERS
            + " characters, is none of the common ones, is not easily guessed from words, names, dates or neighbouring"
            + " keys, and does not hold the person's name. Several unusual words in a row are a good one.";

    private final IdentityService identities;
    private final EngineLogin login;
    private final ProviderAccounts provided;
    private final CurrentUser user;

    Passwords(IdentityService identities, EngineLogin login, ProviderAccounts provided, CurrentUser user) {
        this.identities = identities;
        this.login = login;
        this.provided = provided;
        this.user = user;
    }

    /** Whether the account has a password here, and not at an identity provider. */
    public boolean changeable() {
        return !provided.has(user.name());
    }

    /**
     * Changes it, which ends every session of the account.
     *
     * @throws Refusal where the present one is wrong or the wanted one is not fit
     */
    @Transactional
    public void change(String present, String wanted, String again) {
        if (!wanted.equals(again)) {
            throw Refusal.invalid("The new password was not repeated alike: type it twice.");
        }
        try {
            login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user.name(), present));
        } catch (AuthenticationException wrong) {
            throw Refusal.invalid("Your present password is not the one you typed. After several tries it is locked for"
                    + " a moment.");
        }
        User account = identities.createUserQuery().userId(user.name()).singleResult();
        if (!identities.checkPasswordAgainstPolicy(wanted, account).isValid()) {
            throw Refusal.invalid("That password is too weak: below you see what it needs.");
        }
        account.setPassword(wanted);
        identities.saveUser(account);
    }
}
