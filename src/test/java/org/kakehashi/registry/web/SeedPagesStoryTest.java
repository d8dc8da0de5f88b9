package org.kakehashi.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class SeedPagesStoryTest {

    private static final String PDF = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SeedFixture fixture;

    @Autowired
    SeedRegistration registration;

    @Autowired
    Seeds seeds;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    @BeforeEach
    void people() {
        staff.engage("files-registrar", Roles.REGISTRARS);
        staff.engage("files-supervisor", Roles.SUPERVISORS);
        staff.engage("files-program", Roles.INTEGRATORS);
        staff.engage(SeedFixture.PROGRAM, Roles.INTEGRATORS);
    }

    @Test
    void aPictureIsShownAndRemoved() {
        String files = "/records/" + fixture.licensablePatent() + "/files";
        Visitor registrar = as("files-registrar");

        assertThat(send(registrar, files, "sheet.png", picture(), "PICTURE").statusCode())
                .isEqualTo(302);
        assertThat(registrar.open(files).body()).contains("alt=\"sheet.png\"", files + "/1");
        HttpResponse<String> shown = registrar.open(files + "/1");
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
        assertThat(as("files-supervisor").open(files).body())
                .contains("sheet.png")
                .doesNotContain("Add a file");

        registrar.submit(files, files + "/1/removal", "");
        assertThat(registrar.open(files).body()).contains("There is no file yet.");
        assertThat(registrar.open(files + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedOnThePage() {
        String files = "/records/" + fixture.registered() + "/files";
        Visitor registrar = as("files-registrar");

        HttpResponse<String> noPicture = send(registrar, files, "plan.pdf", PDF.getBytes(), "PICTURE");
        assertThat(noPicture.statusCode()).isEqualTo(400);
        assertThat(noPicture.body()).contains("is no picture: give a PNG or JPEG.");
        assertThat(send(registrar, files, "plan.png", PDF.getBytes(), "PICTURE").body())
                .contains("is not what its name says");
        assertThat(send(registrar, files, "power.txt", "I agree".getBytes(), "POWER_OF_ATTORNEY")
                        .body())
                .contains("A power of attorney is a PDF or a scan");
        assertThat(send(registrar, files, "large.png", large(), "PICTURE").body())
                .contains("has at most 5 MB");
    }

    @Test
    void aPowerOfAttorneyIsNotedOnTheRecordAndStaysInsideTheProgramme() {
        String seed = fixture.registered(SeedFixture.solidElectrolyte(List.of("Kaga Chemicals"), false));
        String files = "/records/" + seed + "/files";
        Visitor registrar = as("files-registrar");
        send(registrar, files, "power.pdf", PDF.getBytes(), "POWER_OF_ATTORNEY");
        send(registrar, files, "sheet.png", picture(), "PICTURE");
        assertThat(seeds.numbered(seed).content().ownership().powerOfAttorney()).isTrue();

        registration.publish(seed);
        assertThat(as("files-program")
                        .asProgramOf("files-program")
                        .fetch("/api/v1/seeds/" + seed + "/files")
                        .body())
                .contains("sheet.png")
                .doesNotContain("power.pdf");
        assertThat(program("files-program", "/api/v1/seeds/" + seed + "/files/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(program(SeedFixture.PROGRAM, "/api/v1/seeds/" + seed + "/files/1")
                        .statusCode())
                .isEqualTo(200);

        registrar.submit(files, files + "/1/removal", "");
        assertThat(seeds.numbered(seed).content().ownership().powerOfAttorney()).isFalse();
    }

    @Test
    void aRegistrarRenewsTheRecordAndTakesItOut() {
        String seed = fixture.licensablePatent(60);
        String standing = "/records/" + seed + "/standing";
        Visitor registrar = as("files-registrar");

        registrar.submit(standing, "/records/" + seed + "/renewal", "");
        assertThat(registrar.open(standing).body())
                .contains(LocalDate.now(clock).plusMonths(12).toString());
        assertThat(as("files-supervisor").open(standing).body()).doesNotContain("Take it out");
        assertThat(registrar
                        .submit(standing, "/records/" + seed + "/withdrawal", "why=CHANGED_OWNER&words=")
                        .body())
                .contains("Say in a sentence why");
        registrar.submit(standing, "/records/" + seed + "/withdrawal", "why=CHANGED_OWNER&words=Sold+to+Kaga.");
        assertThat(registrar.open("/records/" + seed).body())
                .contains("Seed: Withdrawn", "The patent has changed hands: Sold to Kaga.");
        assertThat(registrar.open(standing).body()).contains("nothing to renew").doesNotContain("Take it out");
    }

    @Test
    void aRegistrarOffersTheSeedAsAResearchToolAndNoLonger() {
        String seed = fixture.licensablePatent();
        String tool = "/records/" + seed + "/research-tool";
        Visitor registrar = as("files-registrar");

        HttpResponse<String> wrong =
                registrar.submit(tool, tool, "type=&academia=YES&academiaFee=much&academiaTerm=36");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("Say what the tool is.", "The fee for universities is a whole number, not", "much\"");
        assertThat(registrar.submit(tool, tool, "type=GENE&academiaTerm=900").body())
                .contains("The term for academia must lie between 1 and 240 months.");
        assertThat(registrar
                        .submit(
                                tool,
                                tool,
                                "type=GENE&academia=YES&academiaFee=120,000&academiaTerm=36&contactEmail=a@b.example")
                        .statusCode())
                .isEqualTo(302);
        assertThat(registrar.open("/records/" + seed).body())
                .contains("Gene or vector", "yes, JPY 120,000, 36 months", "a@b.example");
        assertThat(registrar.open(tool).body()).contains("value=\"120000\"");
        assertThat(as("files-supervisor").open(tool).body()).contains("Registrars and managers change this.");

        registrar.submit(tool, tool + "/removal", "");
        assertThat(registrar.open("/records/" + seed).body()).doesNotContain("yes, JPY 120,000");
    }

    @Test
    void whoOnlyReadsAddsNothing() {
        String files = "/records/" + fixture.registered() + "/files";
        HttpResponse<String> refused =
                as("files-supervisor").upload("/account", files, picture(), "a.png", Map.of("kind", "PICTURE"), "file");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void ofAnUnpublishedApplicationAnotherProgramReadsSevenItemsOnly() {
        SeedContent content = SeedFixture.solidElectrolyte(List.of(), false);
        SeedContent.Patent patent = content.patent();
        String seed = fixture.registered(content.with(new SeedContent.Patent(
                patent.inventionName(),
                patent.applicant(),
                "",
                patent.applicationNumber(),
                null,
                null,
                null,
                true,
                patent.ipc(),
                "",
                "")));
        registration.publish(seed);
        send(as("files-registrar"), "/records/" + seed + "/files", "sheet.png", picture(), "PICTURE");

        assertThat(program("files-program", "/api/v1/seeds/" + seed).body())
                .contains(seed, content.texts().title(), "2020-906640", patent.inventionName(), patent.applicant())
                .contains("\"licence\":{\"offered\":\"YES\",\"kind\":null")
                .doesNotContain("oxide coat", "H01M", "ELECTRICAL_MACHINERY", "inert-gas");
        assertThat(program("files-program", "/api/v1/seeds/" + seed + "/files").body())
                .isEqualTo("[]");
        assertThat(program("files-program", "/api/v1/seeds?field=ELECTRICAL_MACHINERY&text=Solid&size=100")
                        .body())
                .doesNotContain(seed);
        assertThat(program(SeedFixture.PROGRAM, "/api/v1/seeds/" + seed).body()).contains("oxide coat", "H01M");
    }

    @Test
    void everyVersionSaysWhoChangedWhat() {
        SeedContent first = SeedFixture.solidElectrolyte(List.of(), false);
        String seed = fixture.registered(first);
        user.acting(
                "files-registrar",
                Set.of(Roles.REGISTRARS),
                () -> registration.change(seed, first.with(new SeedContent.Ownership(true, List.of(), false, true))));
        user.acting("files-registrar", Set.of(Roles.REGISTRARS), () -> registration.change(seed, first));

        assertThat(as("files-supervisor").open("/records/" + seed + "/versions").body())
                .containsSubsequence("Version 3", "files-registrar Person", "Public funding", "Version 2", "Version 1")
                .containsSubsequence("What it said at first", "oxide coat");
        assertThat(as("files-supervisor").open("/records/" + seed).body())
                .contains(seed + "/versions", seed + "/files");
        assertThat(program(SeedFixture.PROGRAM, "/api/v1/seeds/" + seed + "/versions")
                        .body())
                .contains("{\"label\":\"Public funding\",\"before\":\"\",\"after\":\"yes\"}")
                .contains("{\"label\":\"Public funding\",\"before\":\"yes\",\"after\":\"\"}")
                .contains("\"number\":1,\"by\":\"integrator\"");
        registration.publish(seed);
        assertThat(program("files-program", "/api/v1/seeds/" + seed + "/versions")
                        .statusCode())
                .isEqualTo(403);
    }

    private Visitor as(String person) {
        return new Visitor(port).signIn(person);
    }

    private HttpResponse<String> program(String name, String address) {
        return new Visitor(port).asProgramOf(name).fetch(address);
    }

    private static HttpResponse<String> send(Visitor visitor, String files, String name, byte[] content, String kind) {
        return visitor.upload(files, files, content, name, Map.of("kind", kind), "file");
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] large() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(picture());
        bytes.writeBytes(new byte[5 * 1024 * 1024]);
        return bytes.toByteArray();
    }
}
