package org.kakehashi.platform.imports;

import java.util.ArrayList;
import java.util.List;

/** Some of the rows that a preview would enter, and some that would change a record. */
final class Examples {

    private static final int EACH = 5;

    private final List<Imports.Example> created = new ArrayList<>();
    private final List<Imports.Example> updated = new ArrayList<>();

    void created(Row row, String title) {
        if (created.size() < EACH) {
            created.add(new Imports.Example(row.line(), row.id(), title, null));
        }
    }

    /** @param number of the record that is there */
    void updated(Row row, String title, String number) {
        if (updated.size() < EACH) {
            updated.add(new Imports.Example(row.line(), row.id(), title, number));
        }
    }

    List<Imports.Example> all() {
        List<Imports.Example> all = new ArrayList<>(created);
        all.addAll(updated);
        return all;
    }
}
