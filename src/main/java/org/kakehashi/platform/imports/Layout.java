package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.kakehashi.shared.Refusal;

/** How somebody else writes records, and how that becomes the row that an {@link ImportKind} reads. */
public interface Layout {

    /** What people call it, such as {@code INPIT bulk file}. */
    String name();

    /** The elements that are records each, by local name; none where such files are no XML. */
    default Set<String> xmlRecords() {
        return Set.of();
    }

    /** @param columns of the file's first row */
    boolean fits(Set<String> columns);

    /**
     * The row of a record.
     *
     * @param row that may be changed
     * @throws Refusal where the record is wrong
     */
    ObjectNode translate(ObjectNode row);
}
