package org.kakehashi.platform.imports;

import java.util.List;

/** What a module takes in bulk. */
public interface ImportKind {

    /** The kind's name in the interface, such as {@code seeds}. */
    String name();

    /**
     * Takes the rows in one transaction and few round trips. A row that is wrong is rejected with its reason, the
     * others are kept; a row that has been taken before is updated.
     *
     * @param publish whether new records shall be open for matching at once
     * @return one result per row, in order
     */
    List<Result> take(String source, boolean publish, List<Row> rows);

    /** What became of a row. */
    sealed interface Result {
        record Created() implements Result {}

        record Updated() implements Result {}

        record Unchanged() implements Result {}

        record Rejected(String reason) implements Result {}
    }
}
