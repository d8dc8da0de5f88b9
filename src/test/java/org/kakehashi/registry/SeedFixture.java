package org.kakehashi.registry;

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
import org.kakehashi.shared.ThreeValued;
import org.springframework.stereotype.Component;

/** Seeds for tests. */
@Component
public class SeedFixture {

    /** The program that enters seeds. */
    public static final String PROGRAM = "integrator";

    private final SeedRegistration registration;
    private final Organisations organisations;
    private final CurrentUser user;

    SeedFixture(SeedRegistration registration, Organisations organisations, CurrentUser user) {
        this.registration = registration;
        this.organisations = organisations;
        this.user = user;
    }

    public static SeedContent solidElectrolyte(List<String> coOwners, boolean powerOfAttorney) {
        return classified("H01M 10/0562", coOwners, powerOfAttorney);
    }

    /** A seed of another technology field. */
    public static SeedContent classified(String ipc) {
        return classified(ipc, List.of(), false);
    }

    private static SeedContent classified(String ipc, List<String> coOwners, boolean powerOfAttorney) {
        return SeedContent.of(
                        "en",
                        new SeedContent.Texts(
                                "Solid electrolyte sheet that can be handled in air",
                                "A sulphide electrolyte whose particles wear a thin oxide coat is cast into a sheet for solid-state cells.",
                                "Cells without liquid",
                                "No leakage and no fire",
                                "Sensors, medical devices",
                                "No inert-gas line needed",
                                ""),
                        SeedContent.Patent.of(
                                "Solid electrolyte sheet",
                                "Nomi Institute of Technology",
                                "2020-906640",
                                "9905538",
                                List.of(ipc)))
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)
                        .paidBy(ThreeValued.YES, ThreeValued.YES))
                .with(new SeedContent.Maturity(
                        4, ThreeValued.NO, ThreeValued.NO, ThreeValued.YES, ThreeValued.NOT_SPECIFIED, ThreeValued.YES))
                .with(new SeedContent.Ownership(true, coOwners, powerOfAttorney, false));
    }

    public UUID university() {
        return organisations
                .save(new Organisation(Organisation.Profile.of(
                        "Nomi Institute of Technology", OrganisationType.UNIVERSITY, Prefecture.of("JP-17"))))
                .id();
    }

    /** The number of a registered seed that no process runs for yet. */
    public String registered() {
        return registered(solidElectrolyte(List.of(), false));
    }

    public String registered(SeedContent content) {
        return user.acting(PROGRAM, Set.of(Roles.INTEGRATORS), () -> registration
                .register("test", null, university(), content, false)
                .number());
    }

    /** The number of a published seed. */
    public String licensablePatent() {
        String number = registered();
        registration.publish(number);
        return number;
    }
}
