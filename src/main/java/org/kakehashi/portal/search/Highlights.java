package org.kakehashi.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.QueryBuilder;
import org.kakehashi.portal.search.SearchText.Clause;
import org.kakehashi.portal.search.SearchText.Kind;

/** Marks in a text what a visitor looked for. It reads the text itself, so that it serves with any index or none. */
public final class Highlights {

    private static final int PASSAGES = 2;
    private static final int LONGEST_TEXT = 20_000;
    private static final String FIELD = "text";

    /** A piece of a text, marked or not. */
    public record Piece(String text, boolean marked) {}

    private final List<Clause> clauses;

    private Highlights(List<Clause> clauses) {
        this.clauses = clauses;
    }

    public static Highlights of(String typed) {
        return new Highlights(TextPredicate.looked(SearchText.of(typed)));
    }

    /** The language of a text, {@code en} or {@code ja}, as its letters tell it. */
    public static String language(String text) {
        return Tongue.of(text).code();
    }

    /** The whole text in pieces. */
    public List<Piece> whole(String text) {
        return pieces(text, new WholeBreakIterator(), 1, text);
    }

    /** The passages that say most of what was looked for, else the beginning. */
    public List<Piece> passages(String text) {
        int passage = Tongue.of(text).passage();
        return pieces(
                text,
                LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.ROOT), passage, 0.5f),
                PASSAGES,
                StringUtils.abbreviate(text, "…", PASSAGES * passage));
    }

    private List<Piece> pieces(String text, BreakIterator breaks, int passages, String otherwise) {
        Tongue tongue = Tongue.of(text);
        Query query = query(tongue);
        List<Piece> plain = List.of(new Piece(otherwise, false));
        if (text.isBlank() || text.length() > LONGEST_TEXT || query.equals(new BooleanQuery.Builder().build())) {
            return plain;
        }
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(tongue.analyser())
                .withBreakIterator(() -> breaks)
                .withFormatter(new Pieces())
                .withMaxNoHighlightPassages(0)
                .withMaxLength(LONGEST_TEXT)
                .build();
        try {
            Object marked = highlighter.highlightWithoutSearcher(FIELD, query, text, passages);
            return marked instanceof Marked found ? found.pieces : plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(Tongue tongue) {
        var any = new BooleanQuery.Builder();
        var analysed = new QueryBuilder(tongue.analyser());
        for (Clause clause : clauses) {
            if (clause.kind() == Kind.BEGINNING) {
                List<String> words = tongue.words(clause.text());
                if (!words.isEmpty()) {
                    any.add(new PrefixQuery(new Term(FIELD, words.get(words.size() - 1))), Occur.SHOULD);
                }
                continue;
            }
            Query words = clause.kind() == Kind.PHRASE
                    ? analysed.createPhraseQuery(FIELD, clause.text())
                    : analysed.createBooleanQuery(FIELD, clause.text());
            if (words != null) {
                any.add(words, Occur.SHOULD);
            }
        }
        return any.build();
    }

    private record Marked(List<Piece> pieces) {}

    private static final class Pieces extends PassageFormatter {

        @Override
        public Object format(Passage[] passages, String content) {
            List<Piece> pieces = new ArrayList<>();
            int end = 0;
            for (Passage passage : passages) {
                if (passage.getStartOffset() > end) {
                    add(pieces, end == 0 ? "… " : " … ", false);
                }
                int at = passage.getStartOffset();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    int start = Math.max(at, passage.getMatchStarts()[i]);
                    int stop = Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]);
                    if (stop > start) {
                        add(pieces, content.substring(at, start), false);
                        add(pieces, content.substring(start, stop), true);
                        at = stop;
                    }
                }
                end = passage.getEndOffset();
                add(pieces, content.substring(at, Math.max(at, end)), false);
            }
            if (end < content.stripTrailing().length()) {
                add(pieces, " …", false);
            }
            return new Marked(pieces);
        }

        private static void add(List<Piece> pieces, String text, boolean marked) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, marked));
            }
        }
    }
}
