package org.kakehashi.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.ThreeValued;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seeds for tests. */
@Component
public class SeedFixture {

    /** The program that enters seeds. */
    public static final String PROGRAM = "integrator";

    /** Where the university that registers seeds is written to. */
    public static final String REGISTRANT = "licensing@nomi.example";

    private final SeedRegistration registration;
    private final Seeds seeds;
    private final SeedFiles files;
    private final Organisations organisations;
    private final CurrentUser user;
    private final JdbcClient jdbc;
    private final Clock clock;

    SeedFixture(
            SeedRegistration registration,
            Seeds seeds,
            SeedFiles files,
            Organisations organisations,
            CurrentUser user,
            JdbcClient jdbc,
            Clock clock) {
        this.seeds = seeds;
        this.jdbc = jdbc;
        this.clock = clock;
        this.registration = registration;
        this.files = files;
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
                .save(new Organisation(new Organisation.Profile(
                        "Nomi Institute of Technology",
                        null,
                        OrganisationType.UNIVERSITY,
                        Prefecture.of("JP-17"),
                        null,
                        null,
                        null,
                        new Contact("Yuki Nomi", REGISTRANT, null, "en"))))
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

    /** The co-owners' consent arrives as a file. */
    public void handInPowerOfAttorney(String number) {
        byte[] pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        add(number, SeedFile.Kind.POWER_OF_ATTORNEY, "power.pdf", pdf);
    }

    /** A file arrives; its position. */
    public int add(String number, SeedFile.Kind kind, String name, byte[] content) {
        return user.acting(PROGRAM, Set.of(Roles.INTEGRATORS), () -> {
            try (ReceivedFile file = ReceivedFile.receive(name, new ByteArrayInputStream(content))) {
                return files.add(number, kind, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The number of a published seed. */
    public String licensablePatent() {
        String number = registered();
        registration.publish(number);
        return number;
    }

    /** The number of a published seed that stands for so many days more. */
    @Transactional
    public String licensablePatent(int daysLeft) {
        String number = licensablePatent();
        seeds.flush();
        jdbc.sql("UPDATE seed SET renewal_due = ? WHERE number = ?")
                .params(LocalDate.now(clock).plusDays(daysLeft), number)
                .update();
        return number;
    }
}
