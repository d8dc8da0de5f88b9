package org.kakehashi.contract.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.process.ConfidentialityProcess;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.Confidentiality;
import org.springframework.beans.factory.annotation.Autowired;

/** To which tier of information the parties are admitted, and by what alone. */
@ProcessTest
class TiersProcessTest {

    @Autowired
    CaseJourney journey;

    @Autowired
    LicensingCases cases;

    @Autowired
    SeedFixture seeds;

    @Autowired
    ContractDesk people;

    private String number;

    @BeforeEach
    void aCase() {
        number = journey.begin(seeds.licensablePatent());
    }

    @ParameterizedTest
    @CsvSource({
        "INTRODUCTION, REGISTERED",
        "CONFIDENTIALITY, INTRODUCED",
        "EVALUATION, NDA",
        "TERMS, NDA",
        "SIGNING, NDA",
        "REPORT, NDA",
        "ENDED, NDA"
    })
    void theTierRisesWithTheCourseOfTheCase(Stage stage, Confidentiality tier) {
        journey.bring(number, stage);
        assertThat(cases.of(number).confidentiality()).isEqualTo(tier);
    }

    @Test
    void oneSignatureUnderTheConfidentialityAgreementIsNotEnough() {
        journey.bring(number, Stage.CONFIDENTIALITY);
        journey.prepareNda(number);
        List<Task> signatures = people.tasks(number, ConfidentialityProcess.Elements.RECORD_NDA);
        for (Task signature : signatures) {
            assertThat(cases.of(number).confidentiality()).isEqualTo(Confidentiality.INTRODUCED);
            people.as(signature.getAssignee(), signature, Map.of("signed", "true"));
        }
        assertThat(signatures).hasSize(2);
        assertThat(cases.of(number).confidentiality()).isEqualTo(Confidentiality.NDA);
    }

    @Test
    void theTierNeverSinks() {
        journey.bring(number, Stage.EVALUATION);
        cases.admitTo(number, Confidentiality.REGISTERED);
        assertThat(cases.of(number).confidentiality()).isEqualTo(Confidentiality.NDA);
    }

    @Test
    void nothingButTheProcessesRaisesIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kakehashi.negotiation.process..")
                .should()
                .callMethod(LicensingCases.class, "admitTo", String.class, Confidentiality.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.kakehashi"));
    }
}
