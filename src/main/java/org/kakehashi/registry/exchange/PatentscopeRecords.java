package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.kakehashi.platform.imports.Layout;

/** An export of WIPO's PATENTSCOPE: bibliographic data without abstracts, so that the outline stays empty. */
final class PatentscopeRecords implements Layout {

    @Override
    public String name() {
        return "PATENTSCOPE export";
    }

    @Override
    public boolean fits(Set<String> columns) {
        return columns.containsAll(Set.of("office", "publication_date", "applicants"));
    }

    @Override
    public ObjectNode translate(ObjectNode record) {
        JsonNode applicants = record.path("applicants");
        ObjectNode row = record.objectNode();
        row.set("id", record.get("id"));
        row.set("title", record.get("title"));
        row.put("outline", "");
        row.put("organisation", applicants.path(0).asText(""));
        row.put(
                "applicant",
                StreamSupport.stream(applicants.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("; ")));
        row.set("publicationNumber", record.get("id"));
        row.set("ipc", record.get("ipc"));
        return row;
    }
}
