package org.kakehashi.platform.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.kakehashi.shared.Refusal;

/** The character encodings of Japanese files, told apart by what they hold. */
final class Encoding {

    /** What Japanese Windows writes, a superset of Shift_JIS. */
    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final int ENOUGH = 500;

    private Encoding() {}

    /** @throws Refusal where the charset is none that is read */
    static Charset named(String charset) {
        return switch (charset.toLowerCase(Locale.ROOT).replace('-', '_')) {
            case "utf_8", "utf8" -> StandardCharsets.UTF_8;
            case "windows_31j", "shift_jis", "sjis", "cp932", "ms932", "x_sjis" -> WINDOWS_31J;
            default ->
                throw Refusal.invalid(
                        "The rows must be written in UTF-8 or Windows-31J (Shift_JIS), not in " + charset + ".");
        };
    }

    /** The text, where the bytes are written so. */
    static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Windows-31J where the records are no UTF-8 but Japanese in it, UTF-8 elsewhere: letters of Latin-1 make kanji in
     * Windows-31J too, yet no kana.
     */
    static Charset of(RecordCutter records) throws IOException {
        int utf8 = 0;
        int kana = 0;
        int wide = 0;
        int seen = 0;
        for (var record = records.next(); record != null && seen < ENOUGH; record = records.next()) {
            if (isAscii(record.bytes())) {
                continue;
            }
            seen++;
            if (decoded(record.bytes(), StandardCharsets.UTF_8).isPresent()) {
                utf8++;
                continue;
            }
            String japanese = decoded(record.bytes(), WINDOWS_31J).orElse("");
            kana += (int) japanese.chars().filter(Encoding::isKana).count();
            wide += (int) japanese.chars().filter(letter -> letter > 0x7f).count();
        }
        return utf8 * 2 < seen && kana * 10 > wide ? WINDOWS_31J : StandardCharsets.UTF_8;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** Hiragana or full-width katakana; the half-width ones are single bytes that Latin-1 has as well. */
    private static boolean isKana(int letter) {
        return letter >= 0x3041 && letter <= 0x30fe;
    }
}
