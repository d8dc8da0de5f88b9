package org.kakehashi.portal.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.RealInput;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.postgresql.PGConnection;

/**
 * Very many published records grown from the real sets: each takes the title of one text and halves of two others, and the
 * classes of a fourth. A third is Japanese. {@code words} holds the Japanese words as our analysis makes them, since
 * PostgreSQL's full text has no analysis of Japanese.
 */
final class GrownRecords {

    private static final String ROWS = """
            CREATE UNLOGGED TABLE grown (number text, external_id text, language text, title text, outline text, applicant text,
              invention_name text, application_number text, application_date date, ipc text[], technology_fields smallint[],
              prefecture text, licence_offered text, licence_kind text, licence_lump_sum text, licence_royalty text,
              trl smallint, registered_at timestamptz, words text)
            """;

    /** Halves of a text; of a Japanese one also the words of each. */
    private record Text(
            String title, String first, String second, String words, String firstWords, String secondWords) {

        static Text of(String title, String text, UnaryOperator<String> words) {
            int space = text.indexOf(' ', text.length() / 2);
            int middle = space < 0 ? text.length() / 2 : space;
            String first = text.substring(0, middle);
            String second = text.substring(middle);
            return new Text(title, first, second, words.apply(title), words.apply(first), words.apply(second));
        }
    }

    private final Random chance = new Random(7);
    private final List<Text> english = new ArrayList<>();
    private final List<Text> japanese = new ArrayList<>();
    private final List<List<String>> classes = new ArrayList<>();
    private final List<String> applicants = new ArrayList<>();

    GrownRecords() throws IOException {
        RealInput.forEachRow("seeds/us-patents.jsonl.gz", row -> {
            String text = row.path("abstract").asText() + " "
                    + row.path("description_head").asText();
            if (text.length() > 400) {
                english.add(Text.of(row.path("title").asText(), StringUtils.left(text, 1_400), none -> ""));
            }
        });
        RealInput.forEachRow(
                RealInput.AWARDS,
                row -> english.add(
                        Text.of(row.path("title").asText(), row.path("abstract").asText(), none -> "")));
        RealInput.forEachRow("seeds/patentscope.jsonl.gz", row -> {
            List<String> symbols = Stream.of(row.path("ipc"))
                    .flatMap(each -> Stream.iterate(0, i -> i < Math.min(4, each.size()), i -> i + 1)
                            .map(i -> each.get(i).asText()))
                    .filter(symbol -> symbol.matches("[A-H]\\d{2}[A-Z] [1-9]\\d{0,3}/\\d{2,6}"))
                    .toList();
            if (!symbols.isEmpty()) {
                classes.add(symbols);
            }
            row.path("applicants").forEach(each -> applicants.add(each.asText()));
        });
        japanese();
    }

    private void japanese() throws IOException {
        Path folder = RealInput.FOLDER.resolve("japanese");
        List<String> themes = new ArrayList<>();
        try (Reader file = Files.newBufferedReader(folder.resolve("jpo_fterm_themes.csv"))) {
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(file)
                    .forEach(row -> themes.add(row.get("name")));
            themes.removeIf(String::isBlank);
        }
        List<String> sentences = new ArrayList<>();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(folder.resolve("jp_abstract_samples.jsonl"))) {
            JsonNode row = json.readTree(line);
            sentences.addAll(
                    List.of((row.path("abstract").asText() + row.path("claim1").asText()).split("(?<=[、。])")));
        }
        for (String theme : themes) {
            japanese.add(Text.of(
                    theme,
                    Stream.generate(() -> one(sentences) + one(themes) + "に関し、")
                            .limit(8)
                            .collect(Collectors.joining()),
                    Tongue.JAPANESE::line));
        }
    }

    /** Enters so many rows as copies of a published one and returns how long {@code COPY} of their texts took, in seconds. */
    double enter(Connection connection, int records, String like) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(ROWS);
        }
        connection.commit();
        Path file = Files.createTempFile("grown", ".csv");
        try (CSVPrinter rows = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.POSTGRESQL_CSV)) {
            for (int i = 0; i < records; i++) {
                write(rows, i);
            }
        }
        long begun = System.nanoTime();
        try (InputStream body = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY grown FROM STDIN (FORMAT csv)", body, 1 << 20);
        }
        connection.commit();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Files.delete(file);
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE seed DISABLE TRIGGER feed_matching");
            String columns;
            try (var names = statement.executeQuery("SELECT string_agg(quote_ident(column_name), ', ')"
                    + " FROM information_schema.columns WHERE table_name = 'seed' AND is_generated = 'NEVER'")) {
                names.next();
                columns = names.getString(1);
            }
            statement.execute(
                    "INSERT INTO seed (%1$s) SELECT %2$s FROM seed, grown, LATERAL jsonb_populate_record(seed, to_jsonb(grown)) filled WHERE seed.number = '%3$s'"
                            .formatted(columns, columns.replaceAll("(\\w+)", "filled.$1"), like));
            statement.execute("ANALYZE seed");
        }
        connection.commit();
        return seconds;
    }

    private void write(CSVPrinter rows, int i) throws IOException {
        boolean inJapanese = i % 3 == 0;
        List<Text> texts = inJapanese ? japanese : english;
        Text named = one(texts);
        Text begun = one(texts);
        Text ended = one(texts);
        List<String> ipc = one(classes);
        LocalDate filed = LocalDate.of(2001, 1, 1).plusDays(chance.nextInt(8_000));
        rows.printRecord(
                "G-%07d".formatted(i),
                "grown " + i,
                inJapanese ? "ja" : "en",
                named.title,
                begun.first + ended.second,
                one(applicants),
                named.title,
                "%d-%06d".formatted(filed.getYear(), i % 1_000_000),
                filed,
                array(ipc.stream()),
                array(TechnologyField.of(ipc.stream().map(IpcSymbol::parse).toList()).stream()
                        .map(TechnologyField::number)),
                Prefecture.values()[(int) Math.abs(chance.nextGaussian() * 12) % 47].name(),
                chance.nextInt(10) < 8 ? "YES" : "NOT_SPECIFIED",
                chance.nextInt(3) == 0 ? "EXCLUSIVE" : "NON_EXCLUSIVE",
                one(List.of("YES", "NO", "NOT_SPECIFIED")),
                one(List.of("YES", "NO", "NOT_SPECIFIED")),
                chance.nextInt(4) == 0 ? null : 1 + chance.nextInt(9),
                filed.plusYears(2).atTime(12, 0) + "Z",
                String.join(" ", named.words, begun.firstWords, ended.secondWords));
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static String array(Stream<?> values) {
        return values.map(each -> "\"" + each + "\"").collect(Collectors.joining(",", "{", "}"));
    }
}
