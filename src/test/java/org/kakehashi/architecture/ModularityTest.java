package org.kakehashi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kakehashi.KakehashiApplication;
import org.kakehashi.architecture.counterexample.EngineOutsideItsRoom;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kakehashi");

    private static final ArchRule ENGINE_STAYS_IN_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..platform.camunda..", "..platform.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule ENGINE_INTERNALS_STAY_IN_THE_PLATFORM = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.camunda..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    private static final ArchRule KERNEL_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("org.kakehashi.shared..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.camunda..", "jakarta.persistence..");

    private static final ArchRule CONTROLLERS_STAND_IN_WEB = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .resideInAPackage("..web..");

    private static final Function<String, ArchRule> NO_CYCLES =
            pattern -> slices().matching(pattern).should().beFreeOfCycles();

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(KakehashiApplication.class).verify();
    }

    @Test
    void theEngineStaysInItsRooms() {
        ENGINE_STAYS_IN_ITS_ROOMS.check(PRODUCT);
        ENGINE_INTERNALS_STAY_IN_THE_PLATFORM.check(PRODUCT);
    }

    @Test
    void theKernelKnowsNoFramework() {
        KERNEL_KNOWS_NO_FRAMEWORK.check(PRODUCT);
    }

    @Test
    void controllersStandInWeb() {
        CONTROLLERS_STAND_IN_WEB.check(PRODUCT);
    }

    @Test
    void aClassThatReachesForTheEngineFromElsewhereIsCaught() {
        JavaClasses offender = new ClassFileImporter().importClasses(EngineOutsideItsRoom.class);
        assertThatThrownBy(() -> ENGINE_STAYS_IN_ITS_ROOMS.check(offender)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aCycleBetweenModulesIsCaught() {
        NO_CYCLES.apply("org.kakehashi.(*)..").check(PRODUCT);
        String example = "org.kakehashi.architecture.counterexample.cycle";
        JavaClasses cycle = new ClassFileImporter().importPackages(example);
        assertThatThrownBy(() -> NO_CYCLES.apply(example + ".(*)..").check(cycle))
                .isInstanceOf(AssertionError.class);
    }
}
