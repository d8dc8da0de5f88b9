package org.kakehashi.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * For each value of a field the set of a segment's records that have it, one bit for each record: of many records it is
 * quicker to intersect these than to look each up. A segment never changes, so the sets are kept as long as it is read.
 */
final class ValueSets {

    /** So many records are counted in a set in the time that one takes to be looked up. */
    private static final int RECORDS_AT_ONCE = 512;

    private static final Map<Object, Map<String, FixedBitSet[]>> KEPT = new ConcurrentHashMap<>();

    private ValueSets() {}

    /** Whether it is quicker to intersect so many sets than to look up so many records of a segment. */
    static boolean pay(int records, int values, int segment) {
        return (long) records * RECORDS_AT_ONCE > (long) values * segment;
    }

    /** By the number of the value in the segment. */
    static FixedBitSet[] of(LeafReader segment, String field) {
        CacheHelper cache = segment.getCoreCacheHelper();
        return KEPT.computeIfAbsent(cache.getKey(), key -> {
                    cache.addClosedListener(KEPT::remove);
                    return new ConcurrentHashMap<>();
                })
                .computeIfAbsent(field, name -> {
                    try {
                        return read(segment, name);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static FixedBitSet[] read(LeafReader segment, String field) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        FixedBitSet[] sets = Stream.generate(() -> new FixedBitSet(segment.maxDoc()))
                .limit(values.getValueCount())
                .toArray(FixedBitSet[]::new);
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            for (int left = values.docValueCount(); left > 0; left--) {
                sets[(int) values.nextOrd()].set(doc);
            }
        }
        return sets;
    }
}
