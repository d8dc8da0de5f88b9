package org.kakehashi.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldValuesTest {

    private static final int RECORDS = 6_000;
    private static final int SEGMENT = 2_000;
    private static final int DELETED = 77;

    private final Directory directory = new ByteBuffersDirectory();
    private DirectoryReader index;

    @BeforeEach
    void write() throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < RECORDS; i++) {
                var document = new Document();
                document.add(new IntPoint("place", i));
                values("few", i).forEach(value -> add(document, "few", value));
                values("many", i).forEach(value -> add(document, "many", value));
                if (i < SEGMENT) {
                    add(document, "early", "yes");
                }
                writer.addDocument(document);
                if (i % SEGMENT == SEGMENT - 1) {
                    writer.commit();
                }
            }
            writer.deleteDocuments(IntPoint.newExactQuery("place", DELETED));
        }
        index = DirectoryReader.open(directory);
        assertThat(index.leaves()).hasSize(RECORDS / SEGMENT);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static void add(Document document, String field, String value) {
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private static Stream<String> values(String field, int record) {
        return field.equals("many")
                ? Stream.of("m" + record % 1_500)
                : IntStream.of(2, 3, 5).filter(each -> record % each == 0).mapToObj(each -> "f" + each);
    }

    @Test
    void manyAndFewRecordsAreCountedByAnyValueInEverySegment() throws IOException {
        for (String field : List.of("few", "many")) {
            for (int last : List.of(3, 40, 1_999, 2_010, RECORDS)) {
                assertThat(counts(field, last)).isEqualTo(expected(field, record -> record <= last));
            }
        }
    }

    @Test
    void theMostFrequentValueComesFirstAndNoMoreThanAsked() throws IOException {
        assertThat(counts("few", RECORDS).keySet()).containsExactly("f2", "f3", "f5");
        assertThat(new FieldValues(index, "few").counts(hits(RECORDS), 2)).containsOnlyKeys("f2", "f3");
    }

    @Test
    void aValueThatOneSegmentHasAndAFieldThatNoneHasAreCountedToo() throws IOException {
        assertThat(counts("early", RECORDS)).containsExactly(Map.entry("yes", SEGMENT - 1L));
        assertThat(counts("none", RECORDS)).isEmpty();
    }

    private Map<String, Long> counts(String field, int last) throws IOException {
        return new FieldValues(index, field).counts(hits(last), 10_000);
    }

    private List<MatchingDocs> hits(int last) throws IOException {
        return new IndexSearcher(index)
                .search(IntPoint.newRangeQuery("place", 0, last), new FacetsCollectorManager())
                .getMatchingDocs();
    }

    private static Map<String, Long> expected(String field, IntPredicate found) {
        return IntStream.range(0, RECORDS)
                .filter(record -> record != DELETED)
                .filter(found)
                .boxed()
                .flatMap(record -> values(field, record))
                .collect(Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
    }
}
