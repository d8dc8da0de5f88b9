package org.kakehashi;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People of the programme for tests, each with the same password. */
@Component
public class Staff {

    public static final String PASSWORD = "Bridge-of-tests-1";

    private final IdentityService identities;

    Staff(IdentityService identities) {
        this.identities = identities;
    }

    /** Makes sure that the person exists and belongs to the groups. */
    public void engage(String name, String... groups) {
        if (identities.createUserQuery().userId(name).count() == 0) {
            User user = identities.newUser(name);
            user.setFirstName(name);
            user.setLastName("Person");
            user.setEmail(name + "@programme.example");
            user.setPassword(PASSWORD);
            identities.saveUser(user);
        }
        for (String group : List.of(groups)) {
            if (identities.createUserQuery().userId(name).memberOfGroup(group).count() == 0) {
                identities.createMembership(name, group);
            }
        }
    }
}
