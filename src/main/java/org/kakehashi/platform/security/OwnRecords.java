package org.kakehashi.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Programs see of what is not public only what they have entered themselves; what people see is for their roles to say. */
@Component
public class OwnRecords {

    private final CurrentUser user;

    OwnRecords(CurrentUser user) {
        this.user = user;
    }

    /** The program that acts and sees its own records only; empty where a person or the system acts. */
    public Optional<String> narrowedTo() {
        return user.belongsToOneOf(Roles.INTEGRATORS)
                        && !user.belongsToOneOf(
                                Roles.ADVISERS,
                                Roles.REGISTRARS,
                                Roles.LEGAL,
                                Roles.MANAGERS,
                                Roles.SUPERVISORS,
                                Roles.ADMINISTRATORS)
                ? Optional.of(user.name())
                : Optional.empty();
    }

    /** Whether who acts may see and change a record that somebody has entered. */
    public boolean include(@Nullable String enteredBy) {
        return narrowedTo().map(program -> program.equals(enteredBy)).orElse(true);
    }
}
