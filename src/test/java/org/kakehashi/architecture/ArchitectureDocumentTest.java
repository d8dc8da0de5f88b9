package org.kakehashi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kakehashi.KakehashiApplication;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** Writes the module diagram from the code; with {@code -Dkakehashi.write-documents=true} into the tree. */
class ArchitectureDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/architecture/modules.md");

    @Test
    void theCheckedInModuleDiagramIsCurrent() throws IOException {
        String current = diagram(ApplicationModules.of(KakehashiApplication.class));
        if (Boolean.getBoolean("kakehashi.write-documents")) {
            Files.writeString(DOCUMENT, current);
        }
        assertThat(DOCUMENT).hasContent(current);
    }

    private static String diagram(ApplicationModules modules) {
        String arrows = modules.stream()
                .filter(module -> !isGround(module))
                .sorted(Comparator.comparing(ArchitectureDocumentTest::name))
                .flatMap(module -> arrowsOf(module, modules))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        String names = modules.stream()
                .filter(module -> !isGround(module))
                .map(module -> "  " + name(module))
                .sorted()
                .collect(Collectors.joining("\n"));
        return """
                # Modules

                Generated from the code by `ArchitectureDocumentTest`; an arrow reads "uses", a dotted one "listens to the
                news of". Everybody may use `shared` and `platform`.

                ```mermaid
                graph TD
                %s
                %s
                ```
                """.formatted(names, arrows);
    }

    private static Stream<String> arrowsOf(ApplicationModule module, ApplicationModules modules) {
        return Stream.concat(
                        module
                                .getDirectDependencies(modules, DependencyType.DEFAULT, DependencyType.USES_COMPONENT)
                                .stream()
                                .map(dependency -> arrow(module, "-->", dependency.getTargetModule())),
                        module.getDirectDependencies(modules, DependencyType.EVENT_LISTENER).stream()
                                .map(dependency -> arrow(module, "-.->", dependency.getTargetModule())))
                .filter(arrow -> !arrow.endsWith(" shared") && !arrow.endsWith(" platform"));
    }

    private static String arrow(ApplicationModule from, String arrow, ApplicationModule to) {
        return "  " + name(from) + " " + arrow + " " + name(to);
    }

    private static boolean isGround(ApplicationModule module) {
        return name(module).equals("shared") || name(module).equals("platform");
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
