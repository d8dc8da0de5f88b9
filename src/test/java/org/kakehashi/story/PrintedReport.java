package org.kakehashi.story;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed report, read back by where its letters stand on the paper. */
final class PrintedReport {

    private static final float LEFT = 42;
    private static final float WIDTH = 842 - 2 * LEFT;
    private static final float FOOT = 595 - LEFT;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9,]+(\\.[0-9])?|–");

    /** Letters upon one line of the paper, by their place from the left. */
    private record Printed(float size, TreeMap<Float, TextPosition> letters) {

        String text(float from, float to) {
            var text = new StringBuilder();
            float end = Float.NaN;
            for (TextPosition letter : letters.values()) {
                float middle = letter.getXDirAdj() + letter.getWidthDirAdj() / 2;
                if (middle >= from && middle < to) {
                    if (letter.getXDirAdj() > end + size / 8) {
                        text.append(' ');
                    }
                    text.append(letter.getUnicode());
                    end = letter.getXDirAdj() + letter.getWidthDirAdj();
                }
            }
            return text.toString().replaceAll(" +", " ").strip();
        }

        String text() {
            return text(0, Float.MAX_VALUE);
        }
    }

    private final List<Printed> lines = new ArrayList<>();

    PrintedReport(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<TreeMap<Integer, Printed>>();
            var reader = new PDFTextStripper() {
                @Override
                protected void startPage(org.apache.pdfbox.pdmodel.PDPage page) {
                    pages.add(new TreeMap<>());
                }

                @Override
                protected void processTextPosition(TextPosition letter) {
                    if (letter.getDir() == getCurrentPage().getRotation() && letter.getYDirAdj() < FOOT) {
                        pages.get(pages.size() - 1)
                                .computeIfAbsent(
                                        Math.round(letter.getYDirAdj() * 10),
                                        y -> new Printed(letter.getFontSizeInPt(), new TreeMap<>()))
                                .letters
                                .put(letter.getXDirAdj(), letter);
                    }
                }
            };
            reader.writeText(document, new StringWriter());
            pages.forEach(page -> lines.addAll(page.values()));
        }
    }

    /** The rules at the foot, without their numbers. */
    List<String> rules() {
        String foot = String.join(
                " ", below("How this is counted").stream().map(Printed::text).toList());
        return List.of(foot.split("(^| )\\d\\. ")).stream()
                .filter(rule -> !rule.isEmpty())
                .toList();
    }

    /** The cells of a figure's table, line by line; a first column that is wide as the print makes it. */
    List<List<String>> table(String title, int columns) {
        boolean matrix = columns > 14;
        float first = matrix ? 3 : 2.2f;
        float width = WIDTH / (first + columns - 1);
        var rows = new ArrayList<List<String>>();
        for (Printed line : below(title)) {
            if (line.size() != (matrix ? 5 : 8)) {
                continue;
            }
            var cells = new ArrayList<>(List.of(line.text(0, LEFT + first * width)));
            for (int column = 1; column < columns; column++) {
                float from = LEFT + (first + column - 1) * width;
                cells.add(line.text(from, from + width));
            }
            List<String> numbers = cells.subList(1, columns);
            if (numbers.stream().allMatch(cell -> NUMBER.matcher(cell).matches())) {
                rows.add(cells);
            } else if (!rows.isEmpty() && numbers.stream().allMatch(String::isEmpty)) {
                rows.get(rows.size() - 1).set(0, rows.get(rows.size() - 1).get(0) + " " + cells.get(0));
            }
        }
        return rows;
    }

    /** From a title to the next. */
    private List<Printed> below(String title) {
        int begin = 0;
        while (lines.get(begin).size() < 12 || !lines.get(begin).text().equals(title)) {
            begin++;
        }
        int end = begin + 1;
        while (end < lines.size() && lines.get(end).size() < 12) {
            end++;
        }
        return lines.subList(begin + 1, end);
    }
}
