package org.kakehashi.matching.search;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What is usual among the records of one side, by a sample of them: against it stands out what fits a text more than
 * most do.
 */
final class Background {

    private static final int SAMPLE = 384;
    private static final int DIRECTIONS = 2048;

    /** So many records must there be until their average says as much of their kind as of each of them. */
    private static final int FEW = 30;

    private final int[] sample;
    private final float @Nullable [] direction;

    private Background(int[] sample, float @Nullable [] direction) {
        this.sample = sample;
        this.direction = direction;
    }

    static Background of(IndexReader reader) throws IOException {
        return new Background(sample(reader, SAMPLE), average(reader));
    }

    /** Of so many records, or all where there are hardly more. */
    static int[] sample(IndexReader reader, int size) {
        IntStream docs = reader.maxDoc() <= 2 * size
                ? IntStream.range(0, reader.maxDoc())
                : new Random(1).ints(size, 0, reader.maxDoc());
        return docs.distinct().filter(doc -> isLive(reader, doc)).sorted().toArray();
    }

    private static boolean isLive(IndexReader reader, int doc) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        Bits live = leaf.reader().getLiveDocs();
        return live == null || live.get(doc - leaf.docBase);
    }

    /** Less than of length 1, the more so the less the records have in common or the fewer there are. */
    private static float @Nullable [] average(IndexReader reader) throws IOException {
        float[] sum = null;
        int count = 0;
        int[] docs = sample(reader, DIRECTIONS);
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(SideIndex.VECTOR);
            for (int doc : docs) {
                int at = doc - leaf.docBase;
                if (vectors != null
                        && at >= 0
                        && at < leaf.reader().maxDoc()
                        && at > vectors.docID()
                        && vectors.advance(at) == at) {
                    sum = sum == null ? new float[vectors.dimension()] : sum;
                    Vectors.add(sum, vectors.vectorValue());
                    count++;
                }
            }
        }
        if (sum != null) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= count + FEW;
            }
        }
        return sum;
    }

    /** The same without one record, which would stand out among its own kin. */
    Background without(IndexSearcher searcher, String number) throws IOException {
        TopDocs self = searcher.search(new TermQuery(new Term(SideIndex.NUMBER, number)), 1);
        if (self.scoreDocs.length == 0) {
            return this;
        }
        int itself = self.scoreDocs[0].doc;
        return new Background(IntStream.of(sample).filter(doc -> doc != itself).toArray(), direction);
    }

    /** The documents of some records, each once, in ascending order. */
    int[] sample() {
        return sample;
    }

    /** The average direction of their texts; none where no text has one. */
    float @Nullable [] direction() {
        return direction;
    }
}
