package org.kakehashi.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads JSON Lines or CSV in UTF-8, plain or gzipped, with or without a byte-order mark, one row at a time and in
 * bounded memory.
 */
class RowReader {

    /** Longer than any record of the programme; beyond it a quotation mark or a line's end is missing. */
    static final int LONGEST_ROW = 1_000_000;

    private static final int GZIP_MAGIC = 0x1f8b;

    /** Stands for bytes that are no UTF-8; no text holds it of its own. */
    private static final char UNREADABLE = '\uFFFF';

    private final ObjectMapper json;

    RowReader(ObjectMapper json) {
        this.json = json;
    }

    /** Takes rows and the lines that are none. */
    interface Receiver {
        void row(Row row);

        void unreadable(int line, String reason);
    }

    /** The file cannot be read on from here; the message says why in a sentence. */
    static final class Unreadable extends IOException {
        Unreadable(String sentence) {
            super(sentence);
        }
    }

    boolean isEmpty(Path file) throws IOException {
        try (Reader reader = open(file)) {
            return reader.read() < 0;
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
    }

    void read(Path file, boolean csv, Receiver receiver) throws IOException {
        try (Reader reader = open(file)) {
            if (csv) {
                csv(reader, receiver);
            } else {
                lines(reader, receiver);
            }
        } catch (ZipException | EOFException e) {
            throw damaged();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof ZipException || e.getCause() instanceof EOFException
                    ? damaged()
                    : e.getCause();
        }
    }

    private void lines(Reader reader, Receiver receiver) throws IOException {
        var text = new StringBuilder();
        int length = 0;
        int line = 1;
        for (int character = reader.read(); character >= 0; character = reader.read()) {
            if (character == '\n') {
                line(line++, text, length, receiver);
                text.setLength(0);
                length = 0;
            } else if (length++ < LONGEST_ROW) {
                text.append((char) character);
            }
        }
        line(line, text, length, receiver);
    }

    private void line(int line, StringBuilder text, int length, Receiver receiver) {
        if (text.toString().isBlank()) {
            return;
        }
        if (length > LONGEST_ROW) {
            receiver.unreadable(line, "The line is longer than " + LONGEST_ROW + " characters.");
            return;
        }
        if (text.indexOf(String.valueOf(UNREADABLE)) >= 0) {
            receiver.unreadable(line, "The line is not written in UTF-8.");
            return;
        }
        try {
            JsonNode values = json.readTree(text.toString());
            if (!values.isObject()) {
                receiver.unreadable(line, "The line is not a JSON object.");
            } else {
                receiver.row(new Row(line, values));
            }
        } catch (JsonProcessingException e) {
            receiver.unreadable(line, "The line is not valid JSON.");
        }
    }

    private void csv(Reader text, Receiver receiver) throws IOException {
        var reader = new BoundedReader(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = parser(format, reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            for (int line = (int) parser.getCurrentLineNumber() + 1;
                    records.hasNext();
                    line = (int) parser.getCurrentLineNumber() + 1) {
                record(line, records.next(), parser.getHeaderNames().size(), receiver);
                reader.nextRow();
            }
        }
    }

    private void record(int line, CSVRecord record, int columns, Receiver receiver) {
        if (record.size() == 1 && record.get(0).isBlank()) {
            return;
        }
        if (!record.isConsistent()) {
            receiver.unreadable(
                    line, "The line has %d columns where the header has %d.".formatted(record.size(), columns));
        } else if (record.stream().anyMatch(value -> value.indexOf(UNREADABLE) >= 0)) {
            receiver.unreadable(line, "The line is not written in UTF-8.");
        } else {
            receiver.row(new Row(line, json.valueToTree(record.toMap())));
        }
    }

    private static CSVParser parser(CSVFormat format, Reader reader) throws IOException {
        try {
            return format.parse(reader);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("The first line names a column twice or leaves one without a name.");
        }
    }

    private static Reader open(Path file) throws IOException {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNREADABLE));
        var reader = new BufferedReader(new InputStreamReader(unzipped(file), utf8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static InputStream unzipped(Path file) throws IOException {
        var buffered = new BufferedInputStream(Files.newInputStream(file));
        try {
            buffered.mark(2);
            int magic = buffered.read() << 8 | buffered.read();
            buffered.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 65_536) : buffered;
        } catch (IOException e) {
            buffered.close();
            throw e;
        }
    }

    private static Unreadable damaged() {
        return new Unreadable("The gzip file is damaged or ends too early; the rows before that are taken.");
    }

    /** Stops where a row does not end, so that a quotation mark that is never closed does not fill the memory. */
    private static final class BoundedReader extends FilterReader {

        private int length;

        BoundedReader(Reader reader) {
            super(reader);
        }

        void nextRow() {
            length = 0;
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            int read = super.read(target, offset, count);
            grow(read);
            return read;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            grow(1);
            return read;
        }

        private void grow(int read) throws IOException {
            length += Math.max(read, 0);
            if (length > LONGEST_ROW) {
                throw new Unreadable("A row is longer than " + LONGEST_ROW
                        + " characters, perhaps as a quotation mark is not closed; the rows before it are taken.");
            }
        }
    }
}
