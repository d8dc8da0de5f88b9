package org.kakehashi.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.contract.ToolLicence.Status;
import org.kakehashi.contract.ToolLicences;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Elements;
import org.kakehashi.platform.camunda.InputRejected;
import org.kakehashi.platform.mail.MailServer;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.registry.ResearchTool.Sector;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ResearchToolLicenceProcessTest {

    private static final String OWNER = "tools@nomi.example";

    @Autowired
    ToolLicences licences;

    @Autowired
    ResearchTools tools;

    @Autowired
    SeedRegistration registration;

    @Autowired
    SeedFixture seeds;

    @Autowired
    AgreedCases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    Desk desk;

    @Autowired
    MailServer mail;

    @Autowired
    Clock clock;

    String seed;
    String requester;
    String language = "en";

    @BeforeEach
    void aTool() {
        seed = cases.seed();
        tools.describe(seed, tool());
        requester = "lab-" + UUID.randomUUID() + "@kaga.example";
    }

    @Test
    void aRequestBecomesALicenceOnTheRecordsConditions() {
        String number = ask(Sector.INDUSTRY);
        var facts = desk.facts(desk.task(number, Elements.CONFIRM_TOOL_LICENCE));
        assertThat(facts.prop("fee").stringValue()).isEqualTo("JPY 300,000");
        assertThat(facts.prop("term").stringValue()).isEqualTo("36 months");
        tools.describe(seed, dearer());

        desk.complete(number, Elements.CONFIRM_TOOL_LICENCE, Map.of("granted", "true"));

        ToolLicence licence = licences.of(number);
        assertThat(licence.status()).isEqualTo(Status.CONCLUDED);
        assertThat(licence.kind()).isEqualTo(LicenceKind.RESEARCH_TOOL);
        assertThat(licence.endsOn()).isEqualTo(LocalDate.now(clock).plusMonths(36));
        assertThat(mail.deliver(requester)).singleElement().satisfies(letter -> assertThat(letter)
                .contains(number, seed, "JPY 300,000", "Kaga Chemicals", "kinase", "UBMTA")
                .contains("on the programme's standard terms"));
        assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void academiaGetsItFreeOfChargeAndTheOwnerIsWrittenInTheLanguageOfItsContact() {
        String number = ask(Sector.ACADEMIA);
        desk.complete(number, Elements.CONFIRM_TOOL_LICENCE, Map.of("granted", "true"));
        assertThat(mail.deliver(OWNER)).anySatisfy(letter -> assertThat(letter)
                .contains(number, "The licence is free of charge.", "Kaga Chemicals"));
    }

    @Test
    void anExclusiveLicenceThatStandsRefusesTheRequestAtOnce() throws LicenceOverlaps {
        cases.signed(seed, AgreedCases.terms(LicenceKind.EXCLUSIVE, "Batteries", "Japan"));
        assertThat(licences.exclusivelyLicensed(seed)).isTrue();
        String number = ask(Sector.ACADEMIA);
        assertThat(desk.open(number)).isEmpty();
        assertThat(licences.of(number).status()).isEqualTo(Status.REFUSED);
        assertThat(mail.deliver(requester)).singleElement().satisfies(letter -> assertThat(letter)
                .contains("An exclusive licence stands on " + seed));
    }

    @Test
    void anExclusiveLicenceThatCameMeanwhileRefusesItToo() throws LicenceOverlaps {
        String number = ask(Sector.ACADEMIA);
        cases.signed(seed, AgreedCases.terms(LicenceKind.EXCLUSIVE, "Batteries", "Japan"));
        desk.complete(number, Elements.CONFIRM_TOOL_LICENCE, Map.of("granted", "true"));
        assertThat(licences.of(number).status()).isEqualTo(Status.REFUSED);
        assertThat(licences.of(number).reason()).startsWith("An exclusive licence stands on " + seed);
    }

    @Test
    void aSeedThatHasLeftIsLicensedNoMoreAndTheRequesterReadsWhyInTheOwnLanguage() {
        language = "ja";
        String number = ask(Sector.ACADEMIA);
        registration.withdraw(seed, "Sold", false);
        desk.complete(number, Elements.CONFIRM_TOOL_LICENCE, Map.of("granted", "true"));
        assertThat(licences.of(number).reason()).isEqualTo("The record " + seed + " is not published any more.");
        assertThat(mail.deliver(requester)).singleElement().satisfies(letter -> assertThat(letter)
                .contains(seed + " は公開されなくなりました。"));
    }

    @Test
    void aRegistrarRefusesWithAReasonThatTheRequesterReads() {
        String number = ask(Sector.ACADEMIA);
        assertThatThrownBy(() ->
                        desk.complete(number, Elements.CONFIRM_TOOL_LICENCE, Map.of("granted", "false", "reason", " ")))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("Say why there is no licence");
        assertThatThrownBy(() -> desk.complete(number, Elements.CONFIRM_TOOL_LICENCE, Map.of()))
                .hasMessageContaining("Say whether the licence is granted.");
        desk.complete(
                number,
                Elements.CONFIRM_TOOL_LICENCE,
                Map.of("granted", "false", "reason", "A company asks as a university."));
        assertThat(licences.of(number).status()).isEqualTo(Status.REFUSED);
        assertThat(mail.deliver(requester)).singleElement().satisfies(letter -> assertThat(letter)
                .contains("A company asks as a university."));
    }

    @Test
    void anOverdueDecisionGoesToTheManagers() {
        String number = ask(Sector.ACADEMIA);
        EngineTime.pass(Duration.ofDays(11));
        desk.runDueJobs(number);
        assertThat(tasks.createTaskQuery()
                        .taskId(desk.task(number, Elements.CONFIRM_TOOL_LICENCE).getId())
                        .taskCandidateGroup("managers")
                        .count())
                .isOne();
    }

    @Test
    void whatTheRecordDoesNotOfferIsNotAskedFor() {
        tools.describe(seed, onlyForAcademia());
        assertThatThrownBy(() -> ask(Sector.INDUSTRY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("names no standard conditions for companies");
        assertThatThrownBy(() -> licences.request(seed, "test", requester(Sector.ACADEMIA, true)))
                .hasMessageContaining("The material of " + seed + " cannot be had");
        tools.forget(seed);
        assertThatThrownBy(() -> ask(Sector.ACADEMIA)).hasMessageContaining("is no published research tool");

        String unpublished = seeds.registered(unpublished());
        tools.describe(unpublished, tool());
        registration.publish(unpublished);
        seed = unpublished;
        assertThatThrownBy(() -> ask(Sector.ACADEMIA)).hasMessageContaining("is no published research tool");
    }

    private static SeedContent unpublished() {
        SeedContent content = SeedFixture.solidElectrolyte(List.of(), false);
        return content.with(
                new SeedContent.Patent("Mouse", "Nomi", "", "2025-000001", null, null, null, true, List.of(), "", ""));
    }

    private String ask(Sector sector) {
        String number = licences.request(seed, "test", requester(sector, sector == Sector.INDUSTRY))
                .number();
        desk.runDueJobs(number);
        return number;
    }

    private ToolLicence.Requester requester(Sector sector, boolean material) {
        return new ToolLicence.Requester(
                sector,
                "Kaga Chemicals",
                OrganisationType.SME,
                Prefecture.ISHIKAWA,
                "Aoi Kaga",
                requester,
                language,
                "Screening of inhibitors of a kinase",
                material);
    }

    private static ResearchTool.Content tool() {
        return content(new ResearchTool.Terms(ThreeValued.YES, 300_000L, 36, ""), ThreeValued.YES);
    }

    private static ResearchTool.Content dearer() {
        return content(new ResearchTool.Terms(ThreeValued.YES, 900_000L, 12, ""), ThreeValued.YES);
    }

    private static ResearchTool.Content onlyForAcademia() {
        return content(new ResearchTool.Terms(ThreeValued.YES, null, null, "On request"), ThreeValued.NO);
    }

    private static ResearchTool.Content content(ResearchTool.Terms industry, ThreeValued material) {
        return new ResearchTool.Content(
                ResearchTool.Type.CELL_LINE,
                new ResearchTool.Terms(ThreeValued.YES, 0L, 60, "Publications name the owner."),
                industry,
                new Condition(material, ""),
                "UBMTA",
                "Yuki Nomi",
                OWNER);
    }
}
