package org.kakehashi.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
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
        assertThatThrownBy(() -> csv("id,title\n1,\"" + "a".repeat(2 * RecordCutter.LONGEST)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("a quotation mark is not closed");
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused() {
        assertThatThrownBy(() -> csv("id,id\n1,2")).isInstanceOf(Unreadable.class);
    }

    @Test
    void aLineWithoutEndIsTurnedDownAndTheNextOneRead() throws IOException {
        assertThat(lines("{\"id\":\"" + "a".repeat(RecordCutter.LONGEST) + "\"}\n{\"id\":\"2\"}"))
                .containsExactly("1: The line is longer than 1000000 bytes.", "2: 2");
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
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("damaged or ends too early");
        assertThat(found).isNotEmpty().first().isEqualTo("1: 7919");
    }

    @Test
    void aRowFindsItsValuesByAnyOfTheirNamesNestedOrFlat() throws IOException {
        Row row = row("""
                {"abstract": " a\\u0000b ", "licence": {"kind": "non_exclusive"}, "assignment.offered": "yes", "ipc": ["A", null, " "],
                 "coOwners": "X; Y；Z", "trl": "five", "unpublished": "no", "deadline": "soon", "empty": ""}
                """);

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

    @Test
    void japaneseOfWindowsIsFoundOutAndLatinLettersAreNotTakenForIt() throws IOException {
        String table = "id,title\r\n1,\"電解質シートの,\n製造方法\"\r\n2,ﾎﾟﾝﾌﾟ①～\r\n";
        byte[] windows = table.getBytes(Encoding.WINDOWS_31J);
        assertThat(shape(windows, null).charset()).isEqualTo(Encoding.WINDOWS_31J);
        assertThat(read(windows, true)).containsExactly("2: 1 電解質シートの,\n製造方法", "4: 2 ﾎﾟﾝﾌﾟ①～");

        byte[] french = "id,title\n1,Procédé d\u2019électrolyse à l\u2019état gelé\n2,Ça brûle où ça naît\n"
                .getBytes(Charset.forName("windows-1252"));
        assertThat(shape(french, null).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(read(french, true))
                .containsExactly("2: The line is not written in UTF-8.", "3: The line is not written in UTF-8.");
        assertThat(shape("id\n1".getBytes(StandardCharsets.UTF_8), Encoding.named("Shift_JIS"))
                        .charset())
                .isEqualTo(Encoding.WINDOWS_31J);
        assertThatThrownBy(() -> Encoding.named("ISO-8859-1")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatAFileIsShowsInItsFirstLetter() throws IOException {
        assertThat(shape("\uFEFF {}".getBytes(StandardCharsets.UTF_8), null).format())
                .isEqualTo(Format.JSON_LINES);
        assertThat(shape("\n<a/>".getBytes(StandardCharsets.UTF_8), null).format())
                .isEqualTo(Format.XML);
        assertThat(shape("id".getBytes(StandardCharsets.UTF_8), null).format()).isEqualTo(Format.CSV);
        assertThat(reader.shape(Files.createFile(folder.resolve("empty")), null, Format.CSV))
                .isEmpty();
    }

    @Test
    void goesOnBehindTheRowsThatWereRead() throws IOException {
        Path file = Files.writeString(folder.resolve("rows"), "id,title\n1,a\nbad\n\n3,c\n4,d\n");
        List<String> found = new ArrayList<>();
        try (InputStream input = Files.newInputStream(file)) {
            reader.read(
                    input, new RowReader.Shape(Format.CSV, StandardCharsets.UTF_8), Set.of(), 2, new Listing(found));
        }
        assertThat(found).containsExactly("5: 3 c", "6: 4 d");
    }

    @Test
    void recordsOfXmlAreReadOneByOneAndNothingFromOutside() throws IOException {
        assertThat(read("""
                <?xml version="1.0"?>
                <a:file xmlns:a="urn:a"><a:rec no="7"><a:id>1</a:id><a:title>Two <b>bold</b> words &amp; more</a:title></a:rec>
                <!-- between --><a:rec><a:id>2</a:id><a:id>3</a:id></a:rec>
                <a:rec/></a:file>
                """.getBytes(StandardCharsets.UTF_8), false))
                .containsExactly("2: 1 Two bold words & more", "3:  [\"2\",\"3\"]", "4: The record is empty.");
        assertThatThrownBy(() -> read("<file><rec><id>1</rec></file>".getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("not well-formed");
        assertThatThrownBy(() -> read(
                        "<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><f><rec><id>&x;</id></rec></f>"
                                .getBytes(StandardCharsets.UTF_8),
                        false))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> read("<file/>".getBytes(StandardCharsets.UTF_8), false))
                .hasMessage("The XML holds no record: none of rec stands in it.");
        assertThatThrownBy(() -> read("<rec>".repeat(100_000).getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOf(Unreadable.class);
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
        Path file = Files.write(folder.resolve("rows"), bytes);
        RowReader.Shape shape =
                reader.shape(file, null, csv ? Format.CSV : Format.JSON_LINES).orElseThrow();
        try (InputStream input = Files.newInputStream(file)) {
            reader.read(input, shape, Set.of("rec"), 0, new Listing(found));
        }
    }

    private RowReader.Shape shape(byte[] bytes, @Nullable Charset said) throws IOException {
        return reader.shape(Files.write(folder.resolve("shape"), bytes), said, Format.CSV)
                .orElseThrow();
    }

    private static Row row(String json) throws IOException {
        return new Row(1, 1, (ObjectNode) new ObjectMapper().readTree(json), json);
    }

    private record Listing(List<String> found) implements RowReader.Receiver {

        @Override
        public void row(Row row) {
            found.add(row.line() + ": " + row.text("id").orElse("")
                    + row.text("title", "title.#text").map(title -> " " + title).orElse("")
                    + (row.values().path("id").isArray() ? " " + row.values().get("id") : ""));
        }

        @Override
        public void unreadable(RejectedRow row) {
            found.add(row.line() + ": " + row.reason());
        }
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
