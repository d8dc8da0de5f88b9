package org.kakehashi.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kakehashi.platform.imports.Layout;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.ThreeValued;

/**
 * The bulk file of INPIT's licensable-patent database, 45 columns. A record of which the seven items alone are filled is an
 * application that is not published yet.
 */
public final class InpitTable implements Layout {

    /** The names of the columns in their order. */
    public static final List<String> HEADER =
            Stream.of(InpitColumn.values()).map(InpitColumn::title).toList();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    @Override
    public String name() {
        return "INPIT bulk file";
    }

    @Override
    public boolean fits(Set<String> columns) {
        return columns.containsAll(Set.of(InpitColumn.NUMBER.title(), InpitColumn.TITLE.title()));
    }

    @Override
    public ObjectNode translate(ObjectNode record) {
        ObjectNode row = record.objectNode();
        for (InpitColumn column : InpitColumn.values()) {
            String value = value(record, column);
            if (!value.isEmpty()) {
                put(row, column, value);
            }
        }
        row.put(
                "organisation",
                Stream.of(InpitColumn.REGISTRANT, InpitColumn.PATENTEE, InpitColumn.APPLICANT)
                        .map(column -> value(record, column))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""));
        InpitWords.type(value(record, InpitColumn.REGISTRANT_TYPE))
                .ifPresent(type -> row.put("organisationType", type.name()));
        for (String said : List.of("applicant", "inventionName", "outline")) {
            if (!row.has(said)) {
                row.put(said, "");
            }
        }
        row.put("unpublished", showsSevenItems(record));
        return row;
    }

    /** The cells of a row of ours, in the order of the columns. */
    public static List<String> cells(ObjectNode values) {
        var row = new Row(0, 0, values, "");
        var lists = new HashMap<String, Iterator<String>>();
        return Stream.of(InpitColumn.values())
                .map(column -> switch (column.form()) {
                    case TEXT -> text(row, column);
                    case DATE -> row.date(column.path()).map(DAY::format).orElse("");
                    case LIST -> {
                        Iterator<String> rest = lists.computeIfAbsent(
                                column.path(),
                                path -> row.list(path).orElse(List.of()).iterator());
                        yield rest.hasNext() ? rest.next() : "";
                    }
                    case IPC -> String.join("; ", row.list(column.path()).orElse(List.of()));
                    case ANSWER ->
                        row.choice(ThreeValued.class, column.path())
                                .map(answer -> InpitWords.word(column, answer))
                                .orElse("");
                })
                .toList();
    }

    private static String text(Row row, InpitColumn column) {
        return row.text(column.path())
                .or(() -> switch (column) {
                    case LICENCE_KIND ->
                        row.choice(LicenceKind.class, "licence.kind").map(LicenceKind::japanese);
                    case REGISTRANT -> row.text("organisation");
                    case REGISTRANT_TYPE ->
                        row.choice(OrganisationType.class, "organisationType").map(InpitWords::word);
                    default -> Optional.empty();
                })
                .orElse("");
    }

    private static boolean showsSevenItems(ObjectNode record) {
        return Stream.of(InpitColumn.values())
                .allMatch(column ->
                        column.isShownOfUnpublished() || value(record, column).isEmpty());
    }

    private static String value(ObjectNode record, InpitColumn column) {
        return record.path(column.title()).asText("").strip();
    }

    private static void put(ObjectNode row, InpitColumn column, String value) {
        switch (column.form()) {
            case TEXT -> row.put(column.path(), value);
            case DATE -> row.put(column.path(), Dates.day(column.title(), value));
            case LIST -> row.withArray(column.path()).add(value);
            case IPC -> IpcSymbol.list(value).forEach(row.withArray(column.path())::add);
            case ANSWER ->
                row.put(column.path(), InpitWords.answer(column, value).name());
        }
    }
}
