package org.kakehashi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Real records, which lie outside the project: in {@code ../shared/data} or where {@code kakehashi.shared.data} says.
 */
public final class RealInput {

    public static final Path FOLDER = Path.of(System.getProperty("kakehashi.shared.data", "../shared/data"));
    public static final String AWARDS = "seeds/sbir-awards.jsonl.gz";
    public static final String TOPICS = "needs/sbir-topics.jsonl.gz";

    private RealInput() {}

    /** Skips the test, and says so, where the records are not at hand. */
    public static void assumeThere() {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("Skipped: there is no real input at "
                    + FOLDER.toAbsolutePath().normalize());
        }
        assumeTrue(there);
    }

    public static void forEachRow(String file, Consumer<ObjectNode> taker) throws IOException {
        var json = new ObjectMapper();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.accept((ObjectNode) json.readTree(line));
            }
        }
    }

    /** The topics that awards are known to answer, each with these awards, in the order of the file. */
    public static Map<String, Set<String>> answers() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("matching/need-to-seed-qrels.tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .collect(Collectors.groupingBy(
                            row -> row[0], LinkedHashMap::new, Collectors.mapping(row -> row[1], Collectors.toSet())));
        }
    }
}
