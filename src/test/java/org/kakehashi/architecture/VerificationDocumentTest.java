package org.kakehashi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents on security name tests that there are, and leave no requirement of levels 1 and 2 out. */
class VerificationDocumentTest {

    private static final Path VERIFICATION = Path.of("docs/asvs.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| ([^|]+) \\| [^|]*\\|$");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyRequirementHasOneAnswer() throws IOException {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(VERIFICATION)).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates().hasSize(253);
        assertThat(rows).filteredOn(row -> row.group(2).equals("1")).hasSize(70);
        assertThat(rows).extracting(row -> row.group(3)).isSubsetOf("met", "partly", "not met", "operator", "n/a");
    }

    @Test
    void theTestsThatAreNamedExist() throws IOException {
        Set<String> tests;
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            tests = sources.map(source -> source.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        for (Path document : List.of(VERIFICATION, Path.of("docs/SECURITY.md"))) {
            assertThat(NAMED_TEST.matcher(Files.readString(document)).results().map(named -> named.group(1)))
                    .as(document.toString())
                    .isSubsetOf(tests);
        }
    }
}
