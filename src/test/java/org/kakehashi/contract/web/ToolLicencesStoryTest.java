package org.kakehashi.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class ToolLicencesStoryTest {

    private static final String TOOL = """
            {"type": "CELL_LINE", "academia": {"offered": "YES", "feeYen": 0, "termMonths": 60, "text": "Name the owner."},
             "industry": {"offered": "NO", "feeYen": null, "termMonths": null, "text": ""}, "material": "YES",
             "materialText": "On dry ice", "mtaForm": "UBMTA", "contactName": "Yuki Nomi",
             "contactEmail": "tools@nomi.example"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SeedFixture seeds;

    @BeforeEach
    void people() {
        staff.engage(SeedFixture.PROGRAM, Roles.INTEGRATORS);
        staff.engage("tool-program", Roles.INTEGRATORS);
        staff.engage("tool-registrar", Roles.REGISTRARS);
    }

    @Test
    void aProgramOffersAToolAndAnotherAsksForIt() throws IOException {
        String seed = seeds.licensablePatent();
        String tool = "/api/v1/seeds/" + seed + "/research-tool";
        assertThat(program(SeedFixture.PROGRAM)
                        .send("PUT", tool, "application/json", TOOL)
                        .statusCode())
                .isEqualTo(200);
        var json = new ObjectMapper();
        assertThat(json.readTree(program("tool-program").fetch(tool).body())).isEqualTo(json.readTree(TOOL));

        HttpResponse<String> asked = ask(seed, "ACADEMIA");
        assertThat(asked.statusCode()).isEqualTo(201);
        JsonNode licence = json.readTree(asked.body());
        String number = licence.path("number").asText();
        assertThat(licence.path("kind").asText()).isEqualTo("RESEARCH_TOOL");
        assertThat(licence.path("offered").path("termMonths").asInt()).isEqualTo(60);
        assertThat(program("tool-program")
                        .fetch("/api/v1/tool-licences?seed=" + seed)
                        .body())
                .contains(number);
        assertThat(program(SeedFixture.PROGRAM)
                        .fetch("/api/v1/tool-licences/" + number)
                        .statusCode())
                .isEqualTo(404);

        Visitor registrar = new Visitor(port).signIn("tool-registrar");
        assertThat(registrar.open("/tool-licences/" + number).body())
                .contains("Kinase screening", "free of charge", "60 months", "Name the owner.");
        assertThat(registrar.open("/records/" + number).statusCode()).isEqualTo(302);
        assertThat(registrar.open("/records/" + seed).body()).contains("Research tool", "Cell line", "free of charge");
        assertThat(program(SeedFixture.PROGRAM)
                        .send("DELETE", tool, "application/json", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(program(SeedFixture.PROGRAM).fetch(tool).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongRequestSaysWhatToChange() {
        String seed = seeds.licensablePatent();
        String tool = "/api/v1/seeds/" + seed + "/research-tool";
        assertThat(ask(seed, "ACADEMIA").body()).contains("is no published research tool");
        program(SeedFixture.PROGRAM).send("PUT", tool, "application/json", TOOL);
        assertThat(ask(seed, "INDUSTRY").body()).contains("names no standard conditions for companies");
        assertThat(ask(seed, "CHURCH").body()).contains("sector: must be one of ACADEMIA, INDUSTRY");
        assertThat(program("tool-program")
                        .send("POST", "/api/v1/tool-licences", "application/json", "{\"termsAccepted\": false}")
                        .body())
                .contains("termsAccepted: must be true: who asks accepts the standard terms", "seed: must be given");
        assertThat(program("tool-program")
                        .send("PUT", tool, "application/json", TOOL)
                        .statusCode())
                .isEqualTo(403);
        assertThat(program(SeedFixture.PROGRAM)
                        .send("PUT", tool, "application/json", TOOL.replace("\"feeYen\": 0", "\"feeYen\": -1"))
                        .body())
                .contains("academia.feeYen: must not be negative");
    }

    private HttpResponse<String> ask(String seed, String sector) {
        return program("tool-program")
                .send("POST", "/api/v1/tool-licences", "application/json", """
                {"seed": "%s", "sector": "%s", "organisation": "Hakusan University", "organisationType": "UNIVERSITY",
                 "prefecture": "JP-17", "contactName": "Ren Haku", "contactEmail": "ren@hakusan.example",
                 "language": "ja", "purpose": "Kinase screening", "termsAccepted": true}
                """.formatted(seed, sector));
    }

    private Visitor program(String name) {
        return new Visitor(port).asProgramOf(name);
    }
}
