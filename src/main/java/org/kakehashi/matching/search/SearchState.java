package org.kakehashi.matching.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the search of this node has come; also told as metrics. */
@Component
public class SearchState {

    private final MatchingIndex index;
    private final TextVectors vectors;
    private final JdbcClient jdbc;

    SearchState(MatchingIndex index, TextVectors vectors, JdbcClient jdbc, MeterRegistry metrics) {
        this.index = index;
        this.vectors = vectors;
        this.jdbc = jdbc;
        Gauge.builder("kakehashi.matching.unread", vectors, TextVectors::waiting)
                .description("Texts that wait to be read by the model")
                .register(metrics);
        Gauge.builder(
                        "kakehashi.matching.indexed",
                        this,
                        state -> state.indexed(Side.LICENSOR) + state.indexed(Side.LICENSEE))
                .description("Records in this node's index")
                .register(metrics);
    }

    /**
     * @param model that reads the texts, {@code none} where words alone count
     * @param seeds in this node's index
     * @param needs in this node's index
     * @param records there are, seeds and needs
     * @param unread texts that wait for the model
     * @param minutes until they are read at the pace of late; -1 where nothing was read of late
     */
    public record Now(String model, int seeds, int needs, long records, long unread, long minutes) {

        /** How much of all is read, in whole percent. */
        public long percent() {
            return records == 0 ? 100 : 100 * (records - unread) / records;
        }
    }

    public Now now() {
        long unread = vectors.waiting();
        double pace = vectors.readPerSecond();
        return new Now(
                vectors.modelName(),
                indexed(Side.LICENSOR),
                indexed(Side.LICENSEE),
                jdbc.sql("SELECT (SELECT count(*) FROM seed) + (SELECT count(*) FROM need)")
                        .query(Long.class)
                        .single(),
                unread,
                pace == 0 ? -1 : Math.round(Math.ceil(unread / pace / 60)));
    }

    private int indexed(Side side) {
        return index.of(side).size();
    }
}
