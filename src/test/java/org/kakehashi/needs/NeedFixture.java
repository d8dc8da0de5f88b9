package org.kakehashi.needs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.springframework.stereotype.Component;

/** Needs for tests. */
@Component
public class NeedFixture {

    /** The program that enters needs. */
    public static final String PROGRAM = "integrator";

    private final NeedHearing hearing;
    private final Organisations organisations;
    private final CurrentUser user;

    NeedFixture(NeedHearing hearing, Organisations organisations, CurrentUser user) {
        this.hearing = hearing;
        this.organisations = organisations;
        this.user = user;
    }

    public static NeedContent safeCell() {
        return new NeedContent(
                "en",
                "Safe power cell for sensors on hot solvent pumps",
                "We look for a cell without liquid electrolyte that cannot leak or ignite and tolerates permanent heat.",
                "100 mAh, 95 degrees",
                12_000_000L,
                LocalDate.of(2030, 9, 30),
                List.of("H01M 10/0562"),
                LicenceKind.NON_EXCLUSIVE,
                null,
                true);
    }

    public UUID company() {
        return organisations
                .save(new Organisation(
                        Organisation.Profile.of("Minatogawa Pumps", OrganisationType.LARGE, Prefecture.of("JP-28"))))
                .id();
    }

    /** The number of a need that has just arrived. */
    public String received() {
        return user.acting(
                PROGRAM, Set.of(Roles.INTEGRATORS), () -> hearing.receive("test", null, company(), safeCell(), false)
                        .number());
    }

    /** The number of an open need. */
    public String open() {
        String number = received();
        hearing.open(number);
        return number;
    }
}
