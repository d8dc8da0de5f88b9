package org.kakehashi.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Industry;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFile;
import org.kakehashi.registry.SeedFiles;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.kakehashi.shared.ThreeValued;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the invented organisations, advisers, seeds and needs, each through its module's own door. */
@Component
@Profile("demonstration")
class DemonstrationRecords {

    static final String SOURCE = "demonstration";

    private final Organisations organisations;
    private final Advisers advisers;
    private final SeedRegistration registration;
    private final NeedHearing hearing;
    private final SeedFiles files;
    private final ResearchTools tools;
    private final DemonstrationStaff staff;
    private final CurrentUser user;
    private final ObjectMapper json;

    DemonstrationRecords(
            Organisations organisations,
            Advisers advisers,
            SeedRegistration registration,
            NeedHearing hearing,
            SeedFiles files,
            ResearchTools tools,
            DemonstrationStaff staff,
            CurrentUser user,
            ObjectMapper json) {
        this.organisations = organisations;
        this.advisers = advisers;
        this.registration = registration;
        this.hearing = hearing;
        this.files = files;
        this.tools = tools;
        this.staff = staff;
        this.user = user;
        this.json = json;
    }

    @Transactional
    Map<String, UUID> enterOrganisations() {
        Map<String, UUID> ids = new HashMap<>();
        for (JsonNode row : rows("organisations")) {
            JsonNode contact = row.path("contact");
            Organisation organisation = organisations.save(new Organisation(
                    SOURCE,
                    row.path("code").asText(),
                    new Organisation.Profile(
                            row.path("name").asText(),
                            row.path("nameJa").asText(),
                            OrganisationType.valueOf(row.path("type").asText()),
                            Prefecture.of(row.path("prefecture").asText()),
                            row.hasNonNull("industry")
                                    ? Industry.valueOf(row.path("industry").asText())
                                    : null,
                            row.hasNonNull("capitalYen")
                                    ? row.path("capitalYen").asLong()
                                    : null,
                            row.hasNonNull("staff") ? row.path("staff").asInt() : null,
                            new Contact(
                                    contact.path("name").asText(),
                                    contact.path("email").asText(),
                                    contact.path("phone").asText(),
                                    contact.path("language").asText()))));
            ids.put(row.path("code").asText(), organisation.id());
        }
        return ids;
    }

    @Transactional
    void engageAdvisers() {
        for (JsonNode row : rows("advisers")) {
            String user = row.path("user").asText();
            String name = row.path("name").asText();
            staff.engage(
                    user,
                    StringUtils.substringAfter(name, " "),
                    StringUtils.substringBefore(name, " "),
                    Roles.ADVISERS);
            Set<TechnologyField> fields = new HashSet<>();
            row.path("fields").forEach(field -> fields.add(TechnologyField.numbered(field.asInt())));
            advisers.save(new Adviser(
                    user,
                    new Adviser.Profile(
                            name,
                            row.path("nameJa").asText(),
                            row.path("email").asText(),
                            Prefecture.of(row.path("prefecture").asText()),
                            row.path("host").asText(),
                            fields,
                            Set.copyOf(texts(row.path("languages"))))));
        }
    }

    /** Registers the seeds; technology transfers begin only when whoever calls says so. */
    @Transactional
    Map<String, String> registerSeeds(Map<String, UUID> owners) {
        Map<String, String> numbers = new HashMap<>();
        for (JsonNode row : rows("seeds")) {
            String key = row.path("key").asText();
            UUID owner = owner(owners, row);
            SeedContent content = seed(row);
            String number =
                    registration.register(SOURCE, key, owner, content, false).number();
            if (content.ownership().needsPowerOfAttorney()) {
                handInPowerOfAttorney(number);
            }
            if (row.has("researchTool")) {
                tools.describe(number, tool(row.path("researchTool")));
            }
            numbers.put(key, number);
        }
        return numbers;
    }

    private static ResearchTool.Content tool(JsonNode row) {
        return new ResearchTool.Content(
                ResearchTool.Type.valueOf(row.path("type").asText()),
                toolTerms(row.path("academia")),
                toolTerms(row.path("industry")),
                condition(row, "material"),
                row.path("mtaForm").asText(),
                "",
                "");
    }

    private static ResearchTool.Terms toolTerms(JsonNode terms) {
        return new ResearchTool.Terms(
                said(terms.path("offered")),
                terms.has("feeYen") ? terms.path("feeYen").asLong() : null,
                terms.has("termMonths") ? terms.path("termMonths").asInt() : null,
                terms.path("text").asText());
    }

    private void handInPowerOfAttorney(String seed) {
        user.acting("registrar", Set.of(Roles.REGISTRARS), () -> {
            try (ReceivedFile file =
                    ReceivedFile.receive("power-of-attorney.pdf", new ByteArrayInputStream(powerOfAttorney()))) {
                return files.add(seed, SeedFile.Kind.POWER_OF_ATTORNEY, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] powerOfAttorney() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 760);
                content.showText("Power of attorney (demonstration)");
                content.newLineAtOffset(0, -24);
                content.showText(
                        "All owners of the patent entrust the registrant with its registration in the programme.");
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Transactional
    Map<String, String> receiveNeeds(Map<String, UUID> companies) {
        Map<String, String> numbers = new HashMap<>();
        for (JsonNode row : rows("needs")) {
            String key = row.path("key").asText();
            numbers.put(
                    key,
                    hearing.receive(SOURCE, key, owner(companies, row), need(row), false)
                            .number());
        }
        return numbers;
    }

    private static UUID owner(Map<String, UUID> ids, JsonNode row) {
        UUID id = ids.get(row.path("organisation").asText());
        if (id == null) {
            throw new IllegalStateException("Unknown organisation in " + row.path("key"));
        }
        return id;
    }

    private static SeedContent seed(JsonNode row) {
        JsonNode licence = row.path("licence");
        JsonNode assignment = row.path("assignment");
        List<String> coOwners = texts(row.path("coOwners"));
        return new SeedContent(
                row.path("language").asText(),
                new SeedContent.Texts(
                        row.path("title").asText(),
                        row.path("outline").asText(),
                        row.path("purpose").asText(),
                        row.path("effect").asText(),
                        row.path("applicableProducts").asText(),
                        row.path("advantage").asText(),
                        row.path("publications").asText()),
                new SeedContent.Patent(
                        row.path("inventionName").asText(),
                        row.path("applicant").asText(),
                        row.path("patentee").asText(),
                        textOrNull(row.path("applicationNumber")),
                        dateOrNull(row.path("applicationDate")),
                        textOrNull(row.path("publicationNumber")),
                        textOrNull(row.path("registrationNumber")),
                        !row.path("published").asBoolean(),
                        texts(row.path("ipc")),
                        row.path("relatedAtHome").asText(),
                        row.path("relatedAbroad").asText(),
                        dateOrNull(row.path("expiresOn"))),
                new SeedContent.Topics(texts(row.path("technicalFields")), texts(row.path("functions"))),
                new SeedContent.LicenceTerms(
                        said(licence.path("offered")),
                        licence.hasNonNull("kind")
                                ? LicenceKind.valueOf(licence.path("kind").asText())
                                : null,
                        licence.path("kindText").asText(),
                        condition(licence, "lumpSum"),
                        condition(licence, "royalty"),
                        condition(licence, "domestic"),
                        condition(licence, "foreign"),
                        licence.path("wishes").asText()),
                new SeedContent.AssignmentTerms(
                        said(assignment.path("offered")),
                        condition(assignment, "lumpSum"),
                        condition(assignment, "domestic"),
                        condition(assignment, "foreign"),
                        assignment.path("wishes").asText()),
                new SeedContent.Maturity(
                        row.hasNonNull("trl") ? row.path("trl").asInt() : null,
                        said(row.path("workedBefore")),
                        said(row.path("licensedBefore")),
                        said(row.path("knowHow")),
                        said(row.path("training")),
                        said(row.path("samples"))),
                new SeedContent.Ownership(
                        true,
                        coOwners,
                        !coOwners.isEmpty(),
                        row.path("publiclyFunded").asBoolean()),
                SeedContent.Listing.NONE);
    }

    private static Condition condition(JsonNode terms, String name) {
        return new Condition(said(terms.path(name)), terms.path(name + "Text").asText());
    }

    private static NeedContent need(JsonNode row) {
        String kind = row.path("wantedKind").asText("ANY");
        return new NeedContent(
                row.path("language").asText(),
                row.path("title").asText(),
                row.path("problem").asText(),
                row.path("specification").asText(""),
                row.hasNonNull("budgetYen") ? row.path("budgetYen").asLong() : null,
                dateOrNull(row.path("deadline")),
                texts(row.path("ipc")),
                kind.equals("ANY") ? null : LicenceKind.valueOf(kind),
                row.hasNonNull("region") ? Prefecture.of(row.path("region").asText()) : null,
                row.path("nameMayBeShown").asBoolean());
    }

    JsonNode rows(String file) {
        try (InputStream content = getClass().getResourceAsStream("/demonstration/" + file + ".json")) {
            return json.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static @Nullable String textOrNull(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    private static @Nullable LocalDate dateOrNull(JsonNode value) {
        String text = textOrNull(value);
        return text == null ? null : LocalDate.parse(text);
    }

    private static ThreeValued said(JsonNode value) {
        return value.isTextual() ? ThreeValued.valueOf(value.asText()) : ThreeValued.NOT_SPECIFIED;
    }
}
