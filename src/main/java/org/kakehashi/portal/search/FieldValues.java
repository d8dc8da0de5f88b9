package org.kakehashi.portal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The values of a field in one state of the index, numbered across its segments. */
final class FieldValues {

    private final String field;
    private final List<String> names = new ArrayList<>();

    /** For each segment the numbers of its own values. */
    private final List<int[]> numbers = new ArrayList<>();

    FieldValues(IndexReader index, String field) throws IOException {
        this.field = field;
        var known = new HashMap<String, Integer>();
        for (LeafReaderContext segment : index.leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), field);
            int[] own = new int[(int) values.getValueCount()];
            for (int i = 0; i < own.length; i++) {
                String name = values.lookupOrd(i).utf8ToString();
                own[i] = known.computeIfAbsent(name, fresh -> {
                    names.add(fresh);
                    return names.size() - 1;
                });
            }
            numbers.add(own);
        }
    }

    /** In how many of the records each value stands, the most frequent first. */
    Map<String, Long> counts(List<MatchingDocs> records, int most) throws IOException {
        long[] counts = new long[names.size()];
        for (MatchingDocs each : records) {
            int[] own = numbers.get(each.context.ord);
            if (each.totalHits > 0 && own.length > 0) {
                count(each, own, counts);
            }
        }
        var values = new LinkedHashMap<String, Long>();
        IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -counts[i]).thenComparing(names::get))
                .limit(most)
                .forEach(i -> values.put(names.get(i), counts[i]));
        return values;
    }

    private void count(MatchingDocs records, int[] own, long[] counts) throws IOException {
        if (records.bits.bits() instanceof FixedBitSet set
                && ValueSets.pay(records.totalHits, own.length, set.length())) {
            FixedBitSet[] sets = ValueSets.of(records.context.reader(), field);
            for (int i = 0; i < own.length; i++) {
                counts[own[i]] += FixedBitSet.intersectionCount(sets[i], set);
            }
        } else {
            each(records, own, counts);
        }
    }

    private void each(MatchingDocs records, int[] own, long[] counts) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(records.context.reader(), field);
        SortedDocValues single = DocValues.unwrapSingleton(values);
        DocIdSetIterator docs = records.bits.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (single != null) {
                if (single.advanceExact(doc)) {
                    counts[own[single.ordValue()]]++;
                }
            } else if (values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    counts[own[(int) values.nextOrd()]]++;
                }
            }
        }
    }
}
