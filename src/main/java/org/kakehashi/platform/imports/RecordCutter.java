package org.kakehashi.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file of JSON Lines or CSV into its records, byte by byte and in bounded memory. The file is not decoded for it:
 * neither UTF-8 nor Windows-31J uses the bytes of a comma, a quotation mark or a line's end within another character.
 */
final class RecordCutter {

    /** In bytes. Longer than any record of the programme; beyond it a quotation mark or a line's end is missing. */
    static final int LONGEST = 1_000_000;

    private static final int END = -1;

    private final InputStream input;
    private final boolean csv;
    private final byte[] buffer = new byte[65_536];
    private byte[] record = new byte[16_384];
    private int filled;
    private int next;
    private int line = 1;

    /** @param csv whether a line's end within quotation marks ends no record */
    RecordCutter(InputStream input, boolean csv) {
        this.input = input;
        this.csv = csv;
    }

    /**
     * A record as it stands in the file, without its line's end.
     *
     * @param line that it begins on, counted from 1
     * @param tooLong whether its end was left out
     */
    record Piece(int line, byte[] bytes, boolean tooLong) {}

    /**
     * The next record, which may be an empty line; none at the end of the file.
     *
     * @throws Unreadable where a record of CSV does not end
     */
    @Nullable
    Piece next() throws IOException {
        int length = 0;
        int begun = line;
        boolean quoted = false;
        boolean mayQuote = true;
        boolean tooLong = false;
        int octet = read();
        if (octet == END) {
            return null;
        }
        for (; octet != END && (quoted || !isLineEnd(octet)); octet = read()) {
            if (octet == '"' && csv && (quoted || mayQuote)) {
                quoted = !quoted;
                mayQuote = true;
            } else {
                mayQuote = octet == ',';
            }
            if (octet == '\n') {
                line++;
            }
            if (length < LONGEST) {
                if (length == record.length) {
                    record = Arrays.copyOf(record, 2 * length);
                }
                record[length++] = (byte) octet;
            } else if (quoted) {
                throw new Unreadable("A row is longer than " + LONGEST
                        + " bytes, perhaps as a quotation mark is not closed; the rows before it are taken.");
            } else {
                tooLong = true;
            }
        }
        if (octet == '\r' && peek() == '\n') {
            read();
        }
        line++;
        return new Piece(begun, Arrays.copyOf(record, length), tooLong);
    }

    private boolean isLineEnd(int octet) throws IOException {
        return octet == '\n' || octet == '\r' && (csv || peek() == '\n');
    }

    private int peek() throws IOException {
        return fill() ? buffer[next] & 0xff : END;
    }

    private int read() throws IOException {
        return fill() ? buffer[next++] & 0xff : END;
    }

    private boolean fill() throws IOException {
        if (next == filled) {
            filled = Math.max(input.read(buffer), 0);
            next = 0;
        }
        return filled > 0;
    }
}
