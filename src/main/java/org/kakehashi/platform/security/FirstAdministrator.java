package org.kakehashi.platform.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator where there is none: by configuration, or with a generated password that the console
 * shows this once.
 */
@Component
@Profile("!demonstration")
@Order(5)
class FirstAdministrator implements ApplicationRunner {

    private final IdentityService identities;
    private final Settings settings;

    FirstAdministrator(IdentityService identities, Settings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    /**
     * @param user the administrator's user name, {@code KAKEHASHI_ADMINISTRATOR_USER}
     * @param password {@code KAKEHASHI_ADMINISTRATOR_PASSWORD}; generated where absent
     */
    @ConfigurationProperties("kakehashi.administrator")
    record Settings(
            @DefaultValue("administrator") String user,
            @Nullable String password) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (identities.createUserQuery().memberOfGroup(Roles.ADMINISTRATORS).count() > 0) {
            return;
        }
        boolean given = settings.password() != null && !settings.password().isBlank();
        String password = given ? settings.password() : generated();
        User user = identities.newUser(settings.user());
        user.setFirstName("First");
        user.setLastName("Administrator");
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw new UnfitPassword.Given();
        }
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(user.getId(), Roles.ADMINISTRATORS);
        if (!given) {
            System.out.printf(
                    "%n  First administrator: %s%n  Password, shown this once: %s%n  Change it after signing in, under your profile.%n%n",
                    user.getId(), password);
        }
    }

    private static String generated() {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
