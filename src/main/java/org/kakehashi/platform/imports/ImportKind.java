package org.kakehashi.platform.imports;

import java.util.List;
import java.util.Map;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;

/**
 * What a module takes in bulk.
 *
 * @param <R> the record, by its number
 * @param <D> what a row says of a record that is new
 */
public interface ImportKind<R extends Persistable<String>, D> {

    /** A new record with the number that it shall bear. */
    record Fresh<D>(String number, String externalId, D draft) {}

    /** The kind's name in the interface, such as {@code seeds}. */
    String name();

    CaseNumber.Kind number();

    /** What is read besides the kind's own rows; the first that fits a file counts. */
    default List<Layout> layouts() {
        return List.of();
    }

    /** The records of that source that are there already, by their id there. */
    Map<String, R> known(String source, List<String> externalIds);

    /** The user or program that entered the record. */
    String enteredBy(R record);

    /**
     * Gives a record what the row says.
     *
     * @return whether anything differs
     * @throws Refusal where the row is wrong, or the record takes no change
     */
    boolean change(R record, Row row);

    /**
     * Reads a row of a new record.
     *
     * @param publish whether it shall be open for matching at once
     * @throws Refusal where the row is wrong
     */
    D read(Row row, boolean publish);

    /** What a person knows the row's record by, to be shown in a preview. */
    default String title(Row row) {
        return row.text("title").orElse("");
    }

    /** Enters new records, in few round trips. */
    void enter(String source, boolean publish, List<Fresh<D>> fresh);
}
