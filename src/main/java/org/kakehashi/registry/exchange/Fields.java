package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Values of a record. */
final class Fields {

    private Fields() {}

    /** Gives a field without value that of the first other that has one. */
    static void copy(ObjectNode record, String field, String... others) {
        if (isEmpty(record, field)) {
            Stream.of(others)
                    .filter(other -> !isEmpty(record, other))
                    .findFirst()
                    .ifPresent(other -> record.set(field, record.get(other)));
        }
    }

    private static boolean isEmpty(ObjectNode record, String field) {
        return record.path(field).asText("").isBlank();
    }
}
