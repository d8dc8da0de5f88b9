package org.kakehashi.matching.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;

/** Texts in an index of their own, in the fields in which the product keeps them. */
final class SearchTexts {

    private SearchTexts() {}

    static Analyzer analyser(TextLanguage language) {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return field.equals(language.pairs()) ? language.pairAnalyser() : language.wordAnalyser();
            }
        };
    }

    static Document document(String text, TextLanguage language) {
        var document = new Document();
        document.add(new TextField(language.words(), text, Field.Store.NO));
        document.add(new TextField(language.pairs(), text, Field.Store.NO));
        return document;
    }
}
