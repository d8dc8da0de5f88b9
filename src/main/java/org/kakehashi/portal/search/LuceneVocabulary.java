package org.kakehashi.portal.search;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.registry.Seed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty(name = SearchEngine.PROPERTY, havingValue = "lucene", matchIfMissing = true)
class LuceneVocabulary implements Vocabulary {

    /** So many words of about the same letters are compared. */
    private static final int COMPARED = 3;

    private final EntityManagerFactory entities;

    LuceneVocabulary(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public boolean knows(String field, String word) {
        return read(index -> index.docFreq(new Term(field, word)) > 0);
    }

    @Override
    public Optional<String> nearest(String field, String word) {
        return read(index -> Stream.of(new DirectSpellChecker()
                        .suggestSimilar(new Term(field, word), COMPARED, index, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX))
                .map(each -> each.string)
                .findFirst());
    }

    private interface Reading<T> {
        T of(IndexReader index) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (IndexReader index = Search.mapping(entities)
                .scope(Seed.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            return reading.of(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
