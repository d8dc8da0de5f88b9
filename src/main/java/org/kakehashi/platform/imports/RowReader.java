package org.kakehashi.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/**
 * Reads JSON Lines and CSV in UTF-8, with or without byte-order mark, or in Windows-31J, and XML; plain or gzipped, one row
 * at a time and in bounded memory. What a file is shows in what it holds.
 */
class RowReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final CSVFormat FIELDS = CSVFormat.RFC4180
            .builder()
            .setTrim(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();

    private final ObjectMapper json;

    RowReader(ObjectMapper json) {
        this.json = json;
    }

    /** How a file holds its rows. */
    record Shape(Format format, Charset charset) {}

    /** Takes what a file holds, in its order. */
    interface Receiver {

        /** The first line of a table, as it stands there. */
        default void heading(String text) {}

        void row(Row row);

        void unreadable(RejectedRow reject);
    }

    /**
     * What a file is, by what it holds; nothing where it is empty.
     *
     * @param said the charset that the sender names
     * @param expected what it is taken for where its first letter does not tell
     */
    Optional<Shape> shape(Path file, @Nullable Charset said, Format expected) throws IOException {
        try {
            int first = firstLetter(file);
            if (first < 0) {
                return Optional.empty();
            }
            Format format =
                    switch (first) {
                        case '<' -> Format.XML;
                        case '{' -> Format.JSON_LINES;
                        default -> expected == Format.XML ? Format.CSV : expected;
                    };
            return Optional.of(new Shape(format, said == null ? charset(file, format) : said));
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
    }

    private static int firstLetter(Path file) throws IOException {
        try (InputStream opened = Files.newInputStream(file);
                InputStream input = open(opened)) {
            int octet = input.read();
            while (octet >= 0 && Character.isWhitespace(octet)) {
                octet = input.read();
            }
            return octet;
        }
    }

    /** An XML file names its encoding itself, or is in UTF-8. A file whose end is damaged is read as far as it goes. */
    private static Charset charset(Path file, Format format) throws IOException {
        if (format == Format.XML) {
            return StandardCharsets.UTF_8;
        }
        try (InputStream opened = Files.newInputStream(file);
                InputStream input = open(opened)) {
            return Encoding.of(new RecordCutter(input, format == Format.CSV));
        } catch (ZipException | EOFException | Unreadable e) {
            return StandardCharsets.UTF_8;
        }
    }

    /**
     * @param file which stays open
     * @param xmlRecords the elements of XML that are rows each, by local name
     * @param after how many rows are passed over
     * @throws Unreadable where the file cannot be read on; the rows before are taken
     */
    void read(InputStream file, Shape shape, Set<String> xmlRecords, int after, Receiver receiver) throws IOException {
        try (InputStream input = open(CloseShieldInputStream.wrap(file))) {
            switch (shape.format) {
                case JSON_LINES -> new Pass(shape.charset, after, receiver).lines(new RecordCutter(input, false));
                case CSV -> new Pass(shape.charset, after, receiver).table(new RecordCutter(input, true));
                case XML -> new XmlRecords(json, xmlRecords).read(input, after, receiver);
            }
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
    }

    /** One pass through a file of lines or a table. */
    private final class Pass {

        private final Charset charset;
        private final int after;
        private final Receiver receiver;
        private int position;

        Pass(Charset charset, int after, Receiver receiver) {
            this.charset = charset;
            this.after = after;
            this.receiver = receiver;
        }

        void lines(RecordCutter records) throws IOException {
            for (var record = records.next(); record != null; record = records.next()) {
                String text = new String(record.bytes(), charset);
                if (!text.isBlank() && !RejectsFile.isNote(text) && ++position > after) {
                    take(record, text, this::object);
                }
            }
        }

        void table(RecordCutter records) throws IOException {
            List<String> header = null;
            for (var record = records.next(); record != null; record = records.next()) {
                String text = new String(record.bytes(), charset);
                if (text.isBlank()) {
                    continue;
                }
                if (header == null) {
                    header = header(text);
                    receiver.heading(RejectsFile.withoutNotes(text, header));
                } else if (++position > after) {
                    List<String> names = header;
                    take(record, RejectsFile.withoutNotes(text, header), row -> values(fields(text), names));
                }
            }
        }

        private void take(RecordCutter.Piece record, String text, Parser parser) {
            try {
                if (record.tooLong()) {
                    throw Refusal.invalid("The line is longer than " + RecordCutter.LONGEST + " bytes.");
                }
                if (text.indexOf('\uFFFD') >= 0
                        && Encoding.decoded(record.bytes(), charset).isEmpty()) {
                    throw Refusal.invalid("The line is not written in " + name(charset) + ".");
                }
                receiver.row(new Row(position, record.line(), parser.values(text), text));
            } catch (Refusal e) {
                receiver.unreadable(new RejectedRow(position, record.line(), e.sentences(), text));
            }
        }

        private ObjectNode object(String text) {
            try {
                if (json.readTree(text) instanceof ObjectNode object) {
                    return object;
                }
                throw Refusal.invalid("The line is not a JSON object.");
            } catch (JsonProcessingException e) {
                throw Refusal.invalid("The line is not valid JSON.");
            }
        }

        private ObjectNode values(List<String> fields, List<String> header) {
            if (fields.size() != header.size()) {
                throw Refusal.invalid(
                        "The line has %d columns where the header has %d.".formatted(fields.size(), header.size()));
            }
            ObjectNode values = json.createObjectNode();
            for (int i = 0; i < fields.size(); i++) {
                values.put(header.get(i), fields.get(i));
            }
            return values;
        }
    }

    /** Makes values of a record's text. */
    private interface Parser {
        /** @throws Refusal where it is wrong */
        ObjectNode values(String text);
    }

    private static String name(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "Windows-31J";
    }

    private static List<String> header(String text) throws Unreadable {
        List<String> names = fields(text);
        if (names.contains("") || new HashSet<>(names).size() < names.size()) {
            throw new Unreadable("The first line names a column twice or leaves one without a name.");
        }
        return names;
    }

    private static List<String> fields(String text) {
        try (CSVParser parser = FIELDS.parse(new StringReader(text))) {
            return parser.iterator().next().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(InputStream file) throws IOException {
        var plain = new PushbackInputStream(unzipped(file), BYTE_ORDER_MARK.length);
        byte[] start = plain.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            plain.unread(start);
        }
        return plain;
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        var input = new PushbackInputStream(file, 2);
        byte[] start = input.readNBytes(2);
        input.unread(start);
        boolean gzip = start.length == 2 && ((start[0] & 0xff) << 8 | start[1] & 0xff) == GZIP_MAGIC;
        return gzip ? new GZIPInputStream(input, 65_536) : input;
    }

    private static Unreadable damaged() {
        return new Unreadable("The gzip file is damaged or ends too early; the rows before that are taken.");
    }
}
