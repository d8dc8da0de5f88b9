package org.kakehashi.matching.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The records of one side as a search reads them: words, pairs of words, classification and direction of the text. */
final class SideIndex implements Closeable {

    static final String NUMBER = "number";
    static final String VECTOR = "vector";

    /** English words in a Japanese text. */
    static final String FOREIGN = "foreign";

    static final String MAIN_GROUP = "mainGroup";
    static final String SUBCLASS = "subclass";
    static final String FIELD = "field";
    private static final String ORGANISATION = "organisation";
    private static final String OPEN = "open";
    private static final String YES = "yes";
    private static final int BUFFER = 64;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile @Nullable Known background;

    SideIndex(Directory directory) throws IOException {
        this(directory, BUFFER);
    }

    /** @param buffer megabytes of what was put that are held back before they are written together */
    SideIndex(Directory directory, int buffer) throws IOException {
        this.directory = directory;
        var settings = new IndexWriterConfig(new TextFields());
        settings.setSimilarity(TextAnalysis.SIMILARITY);
        settings.setCodec(new QuantizedVectors());
        settings.setRAMBufferSizeMB(buffer);
        settings.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, settings);
        this.searchers = new SearcherManager(writer, new SameSimilarity());
    }

    private static final class SameSimilarity extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(TextAnalysis.SIMILARITY);
            return searcher;
        }
    }

    /** @param vector of its text; none where no model reads its language, or none has yet */
    void put(Profile record, float @Nullable [] vector) throws IOException {
        writer.updateDocument(new Term(NUMBER, record.number()), document(record, vector));
    }

    void remove(String number) throws IOException {
        writer.deleteDocuments(new Term(NUMBER, number));
    }

    static Document document(Profile record, float @Nullable [] vector) {
        var document = new Document();
        document.add(new StringField(NUMBER, record.number(), Field.Store.NO));
        document.add(new BinaryDocValuesField(NUMBER, new BytesRef(record.number())));
        TextLanguage language = TextLanguage.of(record);
        document.add(new TextField(language.words(), record.text(), Field.Store.NO));
        document.add(new TextField(language.pairs(), record.text(), Field.Store.NO));
        if (language == TextLanguage.JAPANESE) {
            document.add(new TextField(FOREIGN, TextAnalysis.latin(record.text()), Field.Store.NO));
        }
        record.mainGroups().forEach(group -> document.add(new StringField(MAIN_GROUP, group, Field.Store.NO)));
        record.subclasses().forEach(subclass -> document.add(new StringField(SUBCLASS, subclass, Field.Store.NO)));
        record.fields().forEach(field -> document.add(new StringField(FIELD, field.name(), Field.Store.NO)));
        document.add(new StringField(ORGANISATION, record.organisationId().toString(), Field.Store.NO));
        if (record.open()) {
            document.add(new StringField(OPEN, YES, Field.Store.NO));
        }
        if (vector != null) {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    /** Records that may be proposed, but some by their numbers and all of some organisations. */
    static Query eligible(Collection<String> excluded, Collection<UUID> organisations) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(OPEN, YES)), BooleanClause.Occur.FILTER)
                .add(anyOf(NUMBER, excluded), BooleanClause.Occur.MUST_NOT)
                .add(anyOf(ORGANISATION, organisations), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    private static Query anyOf(String field, Collection<?> values) {
        return new TermInSetQuery(
                field,
                values.stream().map(value -> new BytesRef(value.toString())).toList());
    }

    /** Records of all organisations but the record's own. */
    static Query others(Profile than) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER)
                .add(
                        new TermQuery(
                                new Term(ORGANISATION, than.organisationId().toString())),
                        BooleanClause.Occur.MUST_NOT)
                .build();
    }

    /** What was put and removed before is seen by searches from now on. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was put and removed before outlast this process, together with a note on how far that goes. */
    void commit(Map<String, String> note) throws IOException {
        writer.setLiveCommitData(note.entrySet());
        writer.commit();
    }

    /** The note of the last commit; empty where there was none. */
    Map<String, String> note() {
        var note = new HashMap<String, String>();
        var entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> note.put(entry.getKey(), entry.getValue()));
        }
        return note;
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    /** Of the records as the searcher sees them. */
    Background background(IndexSearcher searcher) throws IOException {
        var known = background;
        if (known == null || known.reader != searcher.getIndexReader()) {
            known = new Known(searcher.getIndexReader(), Background.of(searcher.getIndexReader()));
            background = known;
        }
        return known.background;
    }

    private record Known(IndexReader reader, Background background) {}

    /** Reads at one point in time. */
    <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** The number of the record that a document is of. */
    static String number(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues numbers = DocValues.getBinary(leaf.reader(), NUMBER);
        numbers.advanceExact(doc - leaf.docBase);
        return numbers.binaryValue().utf8ToString();
    }

    /** The numbers of some records, each once, always the same as long as nothing changes. */
    List<String> some(int size) {
        return read(searcher -> {
            List<String> numbers = new ArrayList<>();
            for (int doc : Background.sample(searcher.getIndexReader(), size)) {
                numbers.add(number(searcher, doc));
            }
            return numbers;
        });
    }

    int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private static final class TextFields extends DelegatingAnalyzerWrapper {

        TextFields() {
            super(Analyzer.PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            for (TextLanguage language : TextLanguage.values()) {
                if (field.equals(language.pairs())) {
                    return language.pairAnalyser();
                }
                if (field.equals(language.words())) {
                    return language.wordAnalyser();
                }
            }
            if (field.equals(FOREIGN)) {
                return TextLanguage.ENGLISH.wordAnalyser();
            }
            throw new IllegalArgumentException(field + " holds no text");
        }
    }

    /** Keeps vectors in a navigable small-world graph, seven bits to a number: a quarter of the memory. */
    private static final class QuantizedVectors extends Lucene99Codec {

        private static final KnnVectorsFormat FORMAT = new Lucene99HnswScalarQuantizedVectorsFormat();

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return FORMAT;
        }
    }
}
