package org.kakehashi.platform.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/** Leaves characters that nobody sees out of a text, many letters at a time; places stay those of the text as it was. */
public final class SeenLetters extends BaseCharFilter {

    private int given;
    private int leftOut;

    public SeenLetters(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] letters, int from, int most) throws IOException {
        int kept = from;
        while (kept == from) {
            int read = input.read(letters, from, most);
            if (read < 1) {
                return read;
            }
            for (int i = from; i < from + read; i++) {
                if (isUnseen(letters[i])) {
                    leftOut++;
                    addOffCorrectMap(given, leftOut);
                } else {
                    letters[kept++] = letters[i];
                    given++;
                }
            }
        }
        return kept - from;
    }

    private static boolean isUnseen(char letter) {
        return switch (letter) {
            case '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u00AD' -> true;
            default -> false;
        };
    }
}
