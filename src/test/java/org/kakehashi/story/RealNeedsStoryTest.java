package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kakehashi.RealInput;
import org.kakehashi.Staff;
import org.kakehashi.TestDatabase;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.start.OwnJvm;

/**
 * Real needs on their way to signed contracts, in an application of its own and over REST alone. Their seeds are found
 * among all awards by the texts; the titles are withheld. Each step is done for all before the next.
 */
@Execution(ExecutionMode.CONCURRENT)
class RealNeedsStoryTest {

    private static final int NEEDS = 28;
    private static final List<String> PREFECTURES = List.of("01", "04", "13", "17", "23", "27", "34", "40");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    private RestDesk desk;

    @Test
    void realNeedsFindTheirSeedsAndComeToSignedContracts(@TempDir Path folder) throws Exception {
        RealInput.assumeThere();
        try (OwnJvm application = OwnJvm.start(
                "--server.port=0",
                "--kakehashi.db.url=" + TestDatabase.fresh(),
                "--kakehashi.db.username=postgres",
                "--kakehashi.db.password=",
                "--kakehashi.data.folder=" + folder,
                "--kakehashi.administrator.user=" + RestDesk.ADMINISTRATOR,
                "--kakehashi.administrator.password=" + Staff.PASSWORD)) {
            desk = new RestDesk("http://127.0.0.1:" + application.awaitPort());
            engagePeople();
            importAwards();
            Map<String, String> needs = receiveNeeds();
            List<String> cases = meetSeeds(needs);
            System.out.println(cases.size() + " of " + needs.size() + " needs found their seed among the first ten");
            assertThat(cases).hasSizeGreaterThanOrEqualTo(needs.size() * 3 / 4);

            introduce(cases);
            discloseInConfidence(cases);
            agreeOnTerms(cases);
            sign(cases);
            cases.forEach(this::isConcludedByContract);
            System.out.println("All " + cases.size() + " of them came to a signed contract");
            assertThat(cases).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private void engagePeople() {
        desk.engage("integrator", Roles.INTEGRATORS);
        desk.engage("legal", Roles.LEGAL);
        desk.engage("legal2", Roles.LEGAL);
        desk.engage("manager", Roles.MANAGERS);
        for (String prefecture : PREFECTURES) {
            String adviser = "adviser-" + prefecture;
            desk.engage(adviser, Roles.ADVISERS);
            desk.as(RestDesk.ADMINISTRATOR)
                    .put(
                            "/api/v1/advisers/" + adviser,
                            Map.of(
                                    "name",
                                    adviser,
                                    "email",
                                    adviser + "@example.jp",
                                    "prefecture",
                                    "JP-" + prefecture,
                                    "host",
                                    "Prefecture " + prefecture,
                                    "fields",
                                    List.of(),
                                    "languages",
                                    List.of("en", "ja"),
                                    "active",
                                    true));
        }
    }

    private void importAwards() throws IOException {
        var lines = new ByteArrayOutputStream();
        RealInput.forEachRow(RealInput.AWARDS, award -> {
            award.put("title", award.path("id").asText());
            lines.writeBytes((award + "\n").getBytes(StandardCharsets.UTF_8));
        });
        String job = "/api/v1/imports/"
                + desk.as("integrator")
                        .post(
                                "/api/v1/imports?kind=seeds&source=sbir-awards&publish=true",
                                "application/x-ndjson",
                                lines.toByteArray())
                        .path("id")
                        .asText();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        !desk.as("integrator").get(job).path("state").asText().equals("RUNNING"));
        assertThat(desk.as("integrator").get(job).path("created").asInt()).isEqualTo(16_266);
    }

    /** The needs' numbers, each with the topic it states. */
    private Map<String, String> receiveNeeds() throws IOException {
        List<String> companies = new ArrayList<>();
        for (String prefecture : PREFECTURES) {
            companies.add(desk.as("integrator")
                    .post(
                            "/api/v1/organisations",
                            Map.of(
                                    "name", "Company " + prefecture,
                                    "type", "SME",
                                    "prefecture", "JP-" + prefecture))
                    .path("id")
                    .asText());
        }
        Map<String, String> texts = new HashMap<>();
        RealInput.forEachRow(
                RealInput.TOPICS,
                topic -> texts.put(
                        topic.path("id").asText(), topic.path("description").asText("")));
        Map<String, String> needs = new LinkedHashMap<>();
        for (String topic : RealInput.answers().keySet().stream().limit(NEEDS).toList()) {
            String need = desk.as("integrator")
                    .post(
                            "/api/v1/needs",
                            Map.of(
                                    "organisationId",
                                    companies.get(needs.size() % companies.size()),
                                    "language",
                                    "en",
                                    "title",
                                    topic,
                                    "problem",
                                    texts.get(topic),
                                    "start",
                                    false))
                    .path("number")
                    .asText();
            desk.as("integrator")
                    .post(
                            "/engine-rest/process-definition/key/technology-transfer/start",
                            Map.of(
                                    "businessKey",
                                    need,
                                    "variables",
                                    Map.of(
                                            "origin", Map.of("value", "NEED"),
                                            "needNumber", Map.of("value", need))));
            needs.put(need, topic);
        }
        return needs;
    }

    /** Hears the needs and accepts the right seed on each shortlist; the cases of those that have it. */
    private List<String> meetSeeds(Map<String, String> needs) throws IOException {
        for (String need : needs.keySet()) {
            byItsAdviser(
                    need,
                    "Task_AcknowledgeNeed",
                    Map.of("hearingOn", TODAY.plusDays(7).toString()));
        }
        needs.keySet().forEach(need -> byItsAdviser(need, "Task_HearNeed", Map.of("decision", "OPEN")));
        Map<String, Set<String>> answers = RealInput.answers();
        List<String> met = needs.keySet().stream()
                .filter(need -> acceptsOneOf(answers.getOrDefault(needs.get(need), Set.of()), need))
                .toList();
        return met.stream().map(need -> caseOf(String.valueOf(needs.get(need)))).toList();
    }

    private boolean acceptsOneOf(Set<String> awards, String need) {
        String review = "Task_ReviewShortlist";
        String adviser = desk.assignee(need, review);
        boolean accepted = false;
        List<Map<String, String>> decisions = new ArrayList<>();
        for (JsonNode candidate : desk.facts(adviser, need, review).path("candidates")) {
            String award = candidate.path("title").asText().split(" ")[0];
            boolean accept = !accepted && awards.contains(award);
            accepted |= accept;
            decisions.add(Map.of(
                    "matchNumber", candidate.path("matchNumber").asText(), "decision", accept ? "ACCEPT" : "LATER"));
        }
        assertThat(decisions).hasSizeBetween(1, 10);
        desk.complete(adviser, need, review, Map.of("decisions", decisions));
        return accepted;
    }

    private String caseOf(String topic) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Optional.of(desk.as("integrator").get("/api/v1/cases?text=" + topic))
                                .filter(page -> page.path("total").asInt() == 1)
                                .map(page -> page.path("items")
                                        .path(0)
                                        .path("number")
                                        .asText()),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void introduce(List<String> cases) {
        for (String number : cases) {
            if (licensorAdviser(number).equals(licenseeAdviser(number))) {
                Map<String, ?> consent = Map.of("consents", true, "reason", "Both companies agree.");
                desk.complete("manager", number, "Task_ConsentSameAdviser", consent);
            } else {
                desk.complete(licensorAdviser(number), number, "Task_ConfirmMatch", Map.of("confirmed", true));
            }
        }
        each(cases, this::licensorAdviser, "Task_PrepareSummary", Map.of("summary", "It answers the need."));
        each(cases, this::licensorAdviser, "Task_RecordConsent", Map.of("consents", true));
        each(cases, this::licenseeAdviser, "Task_RecordConsent", Map.of("consents", true));
    }

    private void discloseInConfidence(List<String> cases) {
        each(cases, this::licensorAdviser, "Task_PrepareNda", Map.of());
        each(cases, this::licensorAdviser, "Task_RecordNda", Map.of("signed", true));
        each(cases, this::licenseeAdviser, "Task_RecordNda", Map.of("signed", true));
        each(
                cases,
                any -> "legal",
                "Task_ScreenExport",
                Map.of(
                        "disclosure", "PUBLISHED_ONLY",
                        "recipient", "DOMESTIC",
                        "listed", false,
                        "concern", false,
                        "note", "Only what is published is discussed."));
        each(
                cases,
                this::licenseeAdviser,
                "Task_HoldTechnicalMeeting",
                Map.of(
                        "heldOn",
                        TODAY.toString(),
                        "participants",
                        "Two engineers of each company",
                        "minutes",
                        "The licensee asks for terms.",
                        "evaluationWanted",
                        false));
    }

    private void agreeOnTerms(List<String> cases) {
        each(
                cases,
                this::licensorAdviser,
                "Task_DraftOffer",
                Map.of(
                        "terms",
                        Map.of(
                                "fieldOfUse", "All fields",
                                "termYears", 10,
                                "upfrontYen", 1_000_000,
                                "royaltyPercent", 4)));
        each(
                cases,
                this::licenseeAdviser,
                "Task_AnswerOffer",
                Map.of("decision", "COUNTER", "terms", Map.of("royaltyPercent", 3), "comment", "The market is small."));
        each(cases, this::licensorAdviser, "Task_AnswerOffer", Map.of("decision", "ACCEPT"));
        each(cases, any -> "legal", "Task_AssessTerms", Map.of());
        each(cases, any -> "manager", "Task_ApproveTerms", Map.of("approved", true));
    }

    private void sign(List<String> cases) {
        each(cases, any -> "legal", "Task_DraftContract", Map.of("document", 1));
        each(cases, any -> "legal2", "Task_ReviewDraft", Map.of("verdict", "APPROVED"));
        Map<String, ?> signature = Map.of("signed", true, "signatory", "Head of intellectual property");
        each(cases, this::licensorAdviser, "Task_RecordSignature", signature);
        each(cases, this::licenseeAdviser, "Task_RecordSignature", signature);
        each(cases, this::licenseeAdviser, "Task_ReportConclusion", Map.of("report", "Agreed in two rounds."));
        each(cases, any -> "manager", "Task_ConfirmConclusion", Map.of("counts", true));
    }

    private void isConcludedByContract(String number) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(readCase(number).path("outcome").asText()).isEqualTo("CONCLUDED"));
        JsonNode contracts = desk.as("integrator").get("/api/v1/contracts?licensingCase=" + number);
        assertThat(contracts.path("total").asInt()).isOne();
        assertThat(contracts.path("items").path(0).path("signedOn").asText()).isEqualTo(TODAY.toString());
    }

    private void each(List<String> cases, UnaryOperator<String> who, String element, Map<String, ?> entries) {
        cases.forEach(number -> desk.complete(who.apply(number), number, element, entries));
    }

    private void byItsAdviser(String need, String element, Map<String, ?> entries) {
        desk.complete(desk.assignee(need, element), need, element, entries);
    }

    private String licensorAdviser(String number) {
        return adviser(number, "licensor");
    }

    private String licenseeAdviser(String number) {
        return adviser(number, "licensee");
    }

    /** Who stands by the side, as soon as somebody does. */
    private String adviser(String number, String side) {
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> readCase(number).path(side).path("adviser"), JsonNode::isTextual)
                .asText();
    }

    private JsonNode readCase(String number) {
        return desk.as("integrator").get("/api/v1/cases/" + number);
    }
}
