package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.kakehashi.platform.imports.Layout;

/** US patent texts: the abstract is the outline, and where it is missing the beginning of the description. */
final class UsPatents implements Layout {

    @Override
    public String name() {
        return "US patents";
    }

    @Override
    public boolean fits(Set<String> columns) {
        return columns.containsAll(Set.of("number", "applicant"));
    }

    @Override
    public ObjectNode translate(ObjectNode record) {
        Fields.copy(record, "registrationNumber", "number");
        Fields.copy(record, "outline", "abstract", "description_head");
        Fields.copy(record, "applicationDate", "filing_date");
        return record;
    }
}
