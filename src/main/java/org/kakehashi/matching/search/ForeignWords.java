package org.kakehashi.matching.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words that an English and a Japanese text may share, as the latter writes some in Latin letters: names of materials,
 * parts and methods for the most.
 */
public final class ForeignWords {

    /** Of a long English text, which could share any of its words with a Japanese one. */
    private static final int LIMIT = 300;

    private ForeignWords() {}

    /** Of a record's text, as they are indexed. */
    static Set<String> of(Profile record) {
        String text = record.japanese() ? TextAnalysis.latin(record.text()) : record.text();
        Set<String> words = new LinkedHashSet<>();
        SearchWords.terms(text, TextLanguage.ENGLISH).stream().limit(LIMIT).forEach(words::add);
        return words;
    }

    /** Records written in the other language that have one of the words. */
    static Query query(Profile record, Set<String> words, Query eligible) {
        String field = record.japanese() ? TextLanguage.ENGLISH.words() : SideIndex.FOREIGN;
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), BooleanClause.Occur.MUST)
                .add(eligible, BooleanClause.Occur.FILTER)
                .build();
    }

    /** Those that two texts in different languages both have. */
    public static Set<String> shared(Profile one, Profile other) {
        Set<String> shared = new LinkedHashSet<>(of(one));
        shared.retainAll(of(other));
        return shared;
    }
}
