package org.kakehashi.documents;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Document.Version;
import org.kakehashi.documents.drafting.WordFile;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody changed between two versions of a Word document, by paragraph and word. */
@Component
@Transactional
public class Comparisons {

    private final Documents documents;

    Comparisons(Documents documents) {
        this.documents = documents;
    }

    /** What became of a piece of text. */
    public enum Fate {
        SAME,
        ADDED,
        REMOVED
    }

    /** A piece of a paragraph. */
    public record Piece(Fate fate, String text) {}

    /** A paragraph in pieces, those of both versions in reading order. */
    public record Paragraph(List<Piece> pieces) {

        public boolean changed() {
            return pieces.stream().anyMatch(piece -> piece.fate() != Fate.SAME);
        }
    }

    /** All paragraphs of two versions. */
    public record Comparison(int from, int to, List<Paragraph> paragraphs) {

        public long changes() {
            return paragraphs.stream().filter(Paragraph::changed).count();
        }
    }

    /**
     * @param from a version's number; the latest that the product drafted where it is left out
     * @param to a version's number; the latest where it is left out
     * @throws Refusal where one of them is no Word file
     */
    public Comparison compare(String caseNumber, int number, @Nullable Integer from, @Nullable Integer to) {
        Document document = documents.of(caseNumber, number);
        Version left = from == null ? drafted(document) : document.version(from);
        Version right = to == null ? document.latest() : document.version(to);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(words(document, left), words(document, right), true)
                .getDeltas()) {
            List<String> before = delta.getSource().getLines();
            List<String> after = delta.getTarget().getLines();
            for (int line = 0; line < Math.max(before.size(), after.size()); line++) {
                paragraphs.add(new Paragraph(pieces(line(before, line), line(after, line))));
            }
        }
        return new Comparison(left.number(), right.number(), paragraphs);
    }

    private static Version drafted(Document document) {
        return document.versions().stream()
                .filter(Version::generated)
                .reduce((earlier, later) -> later)
                .orElse(document.versions().get(0));
    }

    private List<String> words(Document document, Version version) {
        if (version.type() != FileType.DOCX) {
            throw Refusal.invalid(
                    "\"%s\" is no Word file: only Word files are compared.".formatted(version.fileName()));
        }
        try (InputStream content = documents.take(document, version)) {
            return WordFile.paragraphs(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Piece> pieces(String before, String after) {
        var pieces = new ArrayList<Piece>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(tokens(before), tokens(after), true).getDeltas()) {
            switch (delta.getType()) {
                case EQUAL -> add(pieces, Fate.SAME, delta.getSource().getLines());
                case DELETE -> add(pieces, Fate.REMOVED, delta.getSource().getLines());
                case INSERT -> add(pieces, Fate.ADDED, delta.getTarget().getLines());
                case CHANGE -> {
                    add(pieces, Fate.REMOVED, delta.getSource().getLines());
                    add(pieces, Fate.ADDED, delta.getTarget().getLines());
                }
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> tokens) {
        pieces.add(new Piece(fate, String.join("", tokens)));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static List<String> tokens(String text) {
        var words = BreakIterator.getWordInstance(Locale.JAPAN);
        words.setText(text);
        var tokens = new ArrayList<String>();
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            tokens.add(text.substring(from, to));
        }
        return tokens;
    }
}
