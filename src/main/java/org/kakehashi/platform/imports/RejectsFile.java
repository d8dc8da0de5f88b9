package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows that an import turned down, as they stood in the file and with the reason of each, so that they can be corrected
 * there and imported again: beside lines of JSON the reason stands on a line of its own before the row, in a table in two
 * columns before the others, in XML in a comment. Who reads the file passes over the reasons.
 */
final class RejectsFile {

    static final String LINE = "rejectedLine";
    static final String REASON = "rejectedBecause";

    private final ObjectMapper json;

    RejectsFile(ObjectMapper json) {
        this.json = json;
    }

    static boolean isNote(String text) {
        return text.startsWith("{\"" + LINE + "\":");
    }

    /** A row of a table, or its header, without the two columns of such a file. */
    static String withoutNotes(String text, List<String> header) {
        return header.size() > 2 && header.get(0).equals(LINE) && header.get(1).equals(REASON)
                ? text.substring(Math.min(afterField(text, afterField(text, 0)), text.length()))
                : text;
    }

    private static int afterField(String text, int from) {
        boolean quoted = false;
        int at = from;
        while (at < text.length() && (quoted || text.charAt(at) != ',')) {
            quoted ^= text.charAt(at) == '"';
            at++;
        }
        return at + 1;
    }

    /** @param heading the first line of a table */
    void write(RowReader.Shape shape, String heading, Stream<RejectedRow> rows, OutputStream target)
            throws IOException {
        var writer = new OutputStreamWriter(target, shape.charset());
        switch (shape.format()) {
            case CSV -> writer.write(LINE + "," + REASON + "," + heading + "\r\n");
            case XML -> writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rejected>\n");
            case JSON_LINES -> {}
        }
        rows.forEach(row -> write(shape.format(), row, writer));
        if (shape.format() == Format.XML) {
            writer.write("</rejected>\n");
        }
        writer.flush();
    }

    private void write(Format format, RejectedRow row, Writer writer) {
        try {
            switch (format) {
                case CSV ->
                    writer.write("%d,\"%s\",%s\r\n"
                            .formatted(row.line(), row.reason().replace("\"", "\"\""), row.text()));
                case XML ->
                    writer.write("<!-- Line %d: %s -->\n%s\n"
                            .formatted(row.line(), row.reason().replace("--", "- -"), row.text()));
                case JSON_LINES -> {
                    Map<String, Object> note = new LinkedHashMap<>();
                    note.put(LINE, row.line());
                    note.put(REASON, row.reason());
                    writer.write(json.writeValueAsString(note) + "\n" + row.text() + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
