package org.kakehashi.registry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds nearly the same text in any language. A text is the set of its runs of eight letters or digits; of two texts that
 * share nine runs of ten, one of the four parts of the signature agrees in 98 of 100 cases, and by chance hardly ever
 * (MinHash with four bands of four).
 */
final class TextSignature {

    private static final int RUN = 8;

    /** 31 to the power of {@link #RUN}: what a letter weighs when it leaves a run. */
    private static final int LEAVING = IntStream.range(0, RUN).reduce(1, (power, i) -> 31 * power);

    private static final int BANDS = 4;
    private static final int ROWS = 4;

    private TextSignature() {}

    /** What a seed is compared by: nothing where only its title is known, as titles repeat. */
    static String text(SeedContent content) {
        String outline = content.texts().outline();
        return outline.isBlank() ? "" : content.texts().title() + outline;
    }

    /** Four numbers, of which one agrees where two texts are nearly the same; none of a text that is too short to tell. */
    static List<Long> of(String text) {
        int[] runs = runs(text);
        if (Arrays.stream(runs).distinct().limit(RUN).count() < RUN) {
            return List.of();
        }
        int[] least = new int[BANDS * ROWS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int run : runs) {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(run, i));
            }
        }
        return IntStream.range(0, BANDS).mapToObj(band -> part(least, band)).toList();
    }

    /** How alike two texts are, from 0 to 1: the share of their runs that both have. */
    static double likeness(String one, String other) {
        Set<Integer> all = Arrays.stream(runs(one)).boxed().collect(Collectors.toSet());
        Set<Integer> others = Arrays.stream(runs(other)).boxed().collect(Collectors.toSet());
        Set<Integer> common = new HashSet<>(all);
        common.retainAll(others);
        all.addAll(others);
        return all.isEmpty() ? 0 : (double) common.size() / all.size();
    }

    /** A number for each run, made from that of the run before. */
    private static int[] runs(String text) {
        int[] letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        int[] runs = new int[Math.max(0, letters.length - RUN + 1)];
        int run = 0;
        for (int at = 0; at < letters.length; at++) {
            run = 31 * run + letters[at] - (at < RUN ? 0 : LEAVING * letters[at - RUN]);
            if (at >= RUN - 1) {
                runs[at - RUN + 1] = run;
            }
        }
        return runs;
    }

    /** Another order of all runs for each {@code i}. */
    private static int mixed(int run, int i) {
        int mixed = run ^ (i * 0x9E3779B9);
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    private static long part(int[] least, int band) {
        long part = band;
        for (int row = 0; row < ROWS; row++) {
            part = part * 0x5851F42D4C957F2DL + least[band * ROWS + row];
        }
        return part;
    }
}
