package org.kakehashi.demonstration.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.kakehashi.platform.security.Roles;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The programme's invented people, all with one password that the start report shows. */
@Component
@Profile("demonstration")
class DemonstrationStaff {

    static final String PASSWORD = "Kakehashi-2026";

    /** The people beside the advisers: user, first and last name, group. */
    private static final List<Person> OFFICE = List.of(
            new Person("registrar", "Emi", "Nakajima", Roles.REGISTRARS),
            new Person("legal", "Jun", "Aoki", Roles.LEGAL),
            new Person("legal2", "Mari", "Shimizu", Roles.LEGAL),
            new Person("manager", "Ken", "Morita", Roles.MANAGERS),
            new Person("manager2", "Yuko", "Hayashi", Roles.MANAGERS),
            new Person("manager3", "Toru", "Inoue", Roles.MANAGERS),
            new Person("supervisor", "Rie", "Matsuda", Roles.SUPERVISORS),
            new Person("integrator", "Portal", "Service", Roles.INTEGRATORS),
            new Person("admin", "Aki", "Ueda", Roles.ADMINISTRATORS));

    private final IdentityService identities;

    DemonstrationStaff(IdentityService identities) {
        this.identities = identities;
    }

    private record Person(String user, String firstName, String lastName, String group) {}

    void engageOffice() {
        OFFICE.forEach(person -> engage(person.user(), person.firstName(), person.lastName(), person.group()));
    }

    void engage(String user, String firstName, String lastName, String group) {
        if (identities.createUserQuery().userId(user).count() > 0) {
            return;
        }
        User person = identities.newUser(user);
        person.setFirstName(firstName);
        person.setLastName(lastName);
        person.setEmail(user + "@example.jp");
        person.setPassword(PASSWORD);
        identities.saveUser(person);
        identities.createMembership(user, group);
    }
}
