package org.kakehashi.armour;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody makes the product call an address: it calls none but that of the time-stamping authority, of the mail server and
 * of identity providers, all from its configuration, and no user names one.
 */
class OutgoingCallsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kakehashi");

    @Test
    void onlyTheTimestampAuthorityIsCalledOverHttp() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.kakehashi.signing.TimestampAuthority")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\..*|URLConnection|HttpURLConnection|Socket)"
                        + "|org\\.springframework\\.web\\.client\\.(RestTemplate|RestClient).*"
                        + "|org\\.springframework\\.web\\.reactive\\..*")
                .check(PRODUCT);
        noClasses()
                .should()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.connect.Connectors",
                "javax.script.ScriptEngineFactory.groovy",
                "org.codehaus.groovy.jsr223.GroovyScriptEngineFactory",
                "connectjar.org.apache.http.client.HttpClient"
            })
    void noConnectorOrScriptEngineStandsReadyForAModel(String type) {
        assertThat(getClass().getClassLoader().getResource(type.replace('.', '/') + ".class"))
                .isNull();
    }

    @Test
    void noTemplateWritesTextWithoutEscapingAndNoOwnScriptWritesMarkup() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> own = files.filter(file ->
                            file.toString().endsWith(".html") || file.toString().endsWith(".js"))
                    .toList();
            assertThat(own).hasSizeGreaterThan(20);
            for (Path file : own) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(
                                "utext",
                                "[(${",
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "document.write",
                                "eval(");
            }
        }
    }

    @Test
    void noOwnPageHoldsAScriptOrAStyleOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.toString().contains("mail/"))
                    .toList()) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*src=)|javascript:");
            }
        }
    }
}
