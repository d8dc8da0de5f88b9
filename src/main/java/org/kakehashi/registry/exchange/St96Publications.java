package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kakehashi.platform.imports.Layout;

/**
 * Patent publications in XML by WIPO Standard ST.96, of which the bibliographic data and the abstract are read. Names are
 * those of the standard's patent component.
 */
final class St96Publications implements Layout {

    private static final String DATA = "BibliographicData";

    @Override
    public String name() {
        return "WIPO ST.96";
    }

    @Override
    public Set<String> xmlRecords() {
        return Set.of("PatentPublication", "PatentGrantPublication", DATA);
    }

    @Override
    public boolean fits(Set<String> columns) {
        return columns.contains(DATA)
                || columns.contains("ApplicationIdentification")
                || columns.contains("PatentPublicationIdentification");
    }

    @Override
    public ObjectNode translate(ObjectNode record) {
        JsonNode data = record.has(DATA) ? record.get(DATA) : record;
        JsonNode publication = data.path("PatentPublicationIdentification");
        JsonNode application = data.path("ApplicationIdentification");
        JsonNode grant = data.path("PatentGrantIdentification");
        List<String> applicants = names(data, "Applicant");
        ObjectNode row = record.objectNode();
        row.put("id", id(publication, application, grant));
        row.put("title", title(data));
        row.put("outline", first(record, "Abstract"));
        row.put("applicant", String.join("; ", applicants));
        row.put("organisation", applicants.stream().findFirst().orElse(""));
        row.put("patentee", String.join("; ", names(data, "Assignee")));
        row.put("publicationNumber", first(publication, "PublicationNumber"));
        row.put("applicationNumber", first(application, "ApplicationNumberText"));
        row.put("registrationNumber", first(grant, "PatentNumber"));
        String filed = first(application, "FilingDate");
        if (!filed.isEmpty()) {
            row.put("applicationDate", Dates.day("FilingDate", filed));
        }
        classes(data).forEach(row.putArray("ipc")::add);
        return row;
    }

    /** The document as it is cited: office, number, kind. */
    private static String id(JsonNode publication, JsonNode application, JsonNode grant) {
        if (!first(publication, "PublicationNumber").isEmpty()) {
            return first(publication, "IPOfficeCode")
                    + first(publication, "PublicationNumber")
                    + first(publication, "PatentDocumentKindCode");
        }
        if (!first(grant, "PatentNumber").isEmpty()) {
            return first(grant, "IPOfficeCode") + first(grant, "PatentNumber") + first(grant, "PatentDocumentKindCode");
        }
        return first(application, "IPOfficeCode") + first(application, "ApplicationNumberText");
    }

    /** In Japanese or else in English where there are several. */
    private static String title(JsonNode data) {
        List<JsonNode> titles = all(data, "InventionTitle").toList();
        return Stream.of("ja", "en", "")
                .flatMap(language -> titles.stream()
                        .filter(title -> title.path("@languageCode").asText("").startsWith(language)))
                .map(St96Publications::text)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> names(JsonNode data, String role) {
        return all(data, role)
                .flatMap(party -> Stream.of("OrganizationStandardName", "EntityName", "PersonFullName", "LastName")
                        .map(name -> first(party, name))
                        .filter(name -> !name.isEmpty())
                        .limit(1))
                .distinct()
                .toList();
    }

    private static List<String> classes(JsonNode data) {
        Stream<String> current = all(data, "IPCRClassification")
                .map(symbol -> symbol.has("Section") ? composed(symbol) : first(symbol, "PatentClassificationText"));
        Stream<String> earlier = Stream.of("MainClassification", "FurtherClassification")
                .flatMap(kind -> all(data, "IPCClassification").flatMap(symbol -> all(symbol, kind)))
                .map(St96Publications::text);
        return Stream.concat(current, earlier)
                .filter(symbol -> !symbol.isEmpty())
                .distinct()
                .toList();
    }

    private static String composed(JsonNode symbol) {
        String group = first(symbol, "MainGroup");
        String subgroup = first(symbol, "Subgroup");
        return first(symbol, "Section")
                + first(symbol, "Class")
                + first(symbol, "Subclass")
                + (group.isEmpty() ? "" : " " + group)
                + (subgroup.isEmpty() ? "" : "/" + subgroup);
    }

    private static String first(JsonNode within, String name) {
        Optional<String> found = all(within, name)
                .map(St96Publications::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
        return found.orElse("");
    }

    private static Stream<JsonNode> all(JsonNode within, String name) {
        return within.findValues(name).stream()
                .flatMap(
                        found -> found.isArray() ? StreamSupport.stream(found.spliterator(), false) : Stream.of(found));
    }

    private static String text(JsonNode element) {
        return (element.isTextual() ? element : element.path("#text"))
                .asText("")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
