package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.kakehashi.platform.imports.Layout;
import org.kakehashi.shared.OrganisationType;

/** NASA's table of its patents: titles without abstracts, and when each right ends, in three ways to write a date. */
final class NasaTable implements Layout {

    private static final String EXPIRY = "Patent Expiration Date";

    @Override
    public String name() {
        return "NASA patents";
    }

    @Override
    public boolean fits(Set<String> columns) {
        return columns.containsAll(Set.of("Center", "Case Number", "Application SN"));
    }

    @Override
    public ObjectNode translate(ObjectNode record) {
        ObjectNode row = record.objectNode();
        row.set("id", record.get("Case Number"));
        row.set("title", record.get("Title"));
        row.put("outline", "");
        row.set("organisation", record.get("Center"));
        row.set("applicant", record.get("Center"));
        row.put("organisationType", OrganisationType.PUBLIC_RESEARCH.name());
        row.set("applicationNumber", record.get("Application SN"));
        String expiry = record.path(EXPIRY).asText("").strip();
        if (!expiry.isEmpty()) {
            row.put("expiresOn", Dates.day(EXPIRY, expiry));
        }
        return row;
    }
}
