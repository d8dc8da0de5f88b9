package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.kakehashi.platform.imports.Layout;

/** Awards of the US research programmes SBIR and STTR: one stands for the application that will come of it. */
final class SbirAwards implements Layout {

    @Override
    public String name() {
        return "SBIR awards";
    }

    @Override
    public boolean fits(Set<String> columns) {
        return columns.contains("firm");
    }

    @Override
    public ObjectNode translate(ObjectNode record) {
        Fields.copy(record, "applicationNumber", "id");
        Fields.copy(record, "outline", "abstract");
        Fields.copy(record, "organisation", "firm");
        Fields.copy(record, "applicant", "firm");
        Fields.copy(record, "publications", "link");
        return record;
    }
}
