package org.kakehashi.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads JSON Lines or CSV, plain or gzipped, with or without a byte-order mark, one row at a time. */
class RowReader {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final ObjectMapper json;

    RowReader(ObjectMapper json) {
        this.json = json;
    }

    /** Takes rows and the lines that are none. */
    interface Receiver {
        void row(Row row);

        void unreadable(int line, String reason);
    }

    void read(Path file, boolean csv, Receiver receiver) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(unzipped(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            skipMark(reader);
            if (csv) {
                csv(reader, receiver);
            } else {
                lines(reader, receiver);
            }
        }
    }

    private void lines(BufferedReader reader, Receiver receiver) throws IOException {
        int line = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (text.isBlank()) {
                continue;
            }
            try {
                JsonNode values = json.readTree(text);
                if (values.isObject()) {
                    receiver.row(new Row(line, values));
                } else {
                    receiver.unreadable(line, "The line is not a JSON object.");
                }
            } catch (JsonProcessingException e) {
                receiver.unreadable(line, "The line is not valid JSON.");
            }
        }
    }

    private void csv(BufferedReader reader, Receiver receiver) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = format.parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                int line = (int) parser.getCurrentLineNumber();
                if (record.isConsistent()) {
                    Map<String, String> values = record.toMap();
                    receiver.row(new Row(line, json.valueToTree(values)));
                } else {
                    receiver.unreadable(
                            line,
                            "The line has %d columns where the header has %d."
                                    .formatted(
                                            record.size(),
                                            parser.getHeaderNames().size()));
                }
            }
        }
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }
}
