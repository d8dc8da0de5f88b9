package org.kakehashi.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;

class RowReaderTest {

    @TempDir
    Path folder;

    final RowReader reader = new RowReader(new ObjectMapper());

    @Test
    void readsJsonLinesAndNamesTheLinesThatAreNone() throws IOException {
        assertThat(lines("\uFEFF{\"id\":\"1\"}\n\r\n{\"id\":2}\r\n[3]\n{\"id\":\n{\"id\":\"4\"}"))
                .containsExactly(
                        "1: 1", "3: 2", "4: The line is not a JSON object.", "5: The line is not valid JSON.", "6: 4");
    }

    @Test
    void readsCsvWithQuotedValuesOverSeveralLines() throws IOException {
        assertThat(csv("\uFEFFid,title\r\n1,\"a, \"\"b\"\"\nc\"\r\n\r\n2\r\n3,d"))
                .containsExactly("2: 1 a, \"b\"\nc", "5: The line has 1 columns where the header has 2.", "6: 3 d");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedFillsNoMemory() {
        assertThatThrownBy(() -> csv("id,title\n1,\"" + "a".repeat(2 * RowReader.LONGEST_ROW)))
                .isInstanceOf(RowReader.Unreadable.class)
                .hasMessageContaining("a quotation mark is not closed");
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused() {
        assertThatThrownBy(() -> csv("id,id\n1,2")).isInstanceOf(RowReader.Unreadable.class);
    }

    @Test
    void aLineWithoutEndIsTurnedDownAndTheNextOneRead() throws IOException {
        assertThat(lines("{\"id\":\"" + "a".repeat(RowReader.LONGEST_ROW) + "\"}\n{\"id\":\"2\"}"))
                .containsExactly("1: The line is longer than 1000000 characters.", "2: 2");
    }

    @Test
    void aLineInAnotherEncodingIsTurnedDown() throws IOException {
        byte[] latin = "{\"id\":\"caf\u00e9\"}\n{\"id\":\"\uFFFD\"}".getBytes(StandardCharsets.UTF_8);
        byte[] broken = new String(latin, StandardCharsets.UTF_8)
                .replace("\u00e9", "\u0001")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < broken.length; i++) {
            broken[i] = broken[i] == 1 ? (byte) 0xe9 : broken[i];
        }
        assertThat(read(broken, false)).containsExactly("1: The line is not written in UTF-8.", "2: \uFFFD");
    }

    @Test
    void aGzipFileThatEndsTooEarlyKeepsTheRowsBefore() throws IOException {
        var rows = new StringBuilder();
        for (int i = 1; i <= 50_000; i++) {
            rows.append("{\"id\":\"").append(i * 7919L % 104729).append("\"}\n");
        }
        byte[] whole = gzip(rows.toString());
        assertThat(read(whole, false)).hasSize(50_000);

        List<String> found = new ArrayList<>();
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2), false, found))
                .isInstanceOf(RowReader.Unreadable.class)
                .hasMessageContaining("damaged or ends too early");
        assertThat(found).isNotEmpty().first().isEqualTo("1: 7919");
    }

    @Test
    void aRowFindsItsValuesByAnyOfTheirNamesNestedOrFlat() throws IOException {
        Row row = new Row(1, new ObjectMapper().readTree("""
                {"abstract": " a\\u0000b ", "licence": {"kind": "non_exclusive"}, "assignment.offered": "yes", "ipc": ["A", null, " "],
                 "coOwners": "X; Y；Z", "trl": "five", "unpublished": "no", "deadline": "soon", "empty": ""}
                """));

        assertThat(row.text("outline", "abstract")).contains("ab");
        assertThat(row.text("empty")).isEmpty();
        assertThat(row.choice(LicenceKind.class, "licence.kind")).contains(LicenceKind.NON_EXCLUSIVE);
        assertThat(row.flag("assignment.offered")).contains(true);
        assertThat(row.flag("unpublished")).contains(false);
        assertThat(row.list("ipc")).contains(List.of("A"));
        assertThat(row.list("coOwners")).contains(List.of("X", "Y", "Z"));
        assertThatThrownBy(() -> row.number("trl"))
                .isInstanceOf(Refusal.class)
                .hasMessage("trl: \"five\" is not a whole number.");
        assertThatThrownBy(() -> row.date("deadline")).hasMessageContaining("is not a date");
        assertThatThrownBy(() -> row.flag("abstract")).hasMessageContaining("neither true nor false");
        assertThatThrownBy(() -> row.choice(LicenceKind.class, "trl")).hasMessageContaining("is none of EXCLUSIVE_");
    }

    private List<String> lines(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private List<String> csv(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private List<String> read(byte[] bytes, boolean csv) throws IOException {
        List<String> found = new ArrayList<>();
        read(bytes, csv, found);
        return found;
    }

    private void read(byte[] bytes, boolean csv, List<String> found) throws IOException {
        reader.read(Files.write(folder.resolve("rows"), bytes), csv, new RowReader.Receiver() {
            @Override
            public void row(Row row) {
                found.add(row.line() + ": " + row.text("id").orElse("")
                        + row.text("title").map(title -> " " + title).orElse(""));
            }

            @Override
            public void unreadable(int line, String reason) {
                found.add(line + ": " + reason);
            }
        });
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
