package org.kakehashi.outcomes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What statistics are counted from: rows that the database derives from the records of cases and contracts in the
 * transaction that changes one.
 */
@Component
@Transactional(readOnly = true)
public class Facts {

    /** Both advisers of a contract or a case, one who stands on both sides once. */
    static final String ADVISERS = "unnest(CASE WHEN licensor_adviser = licensee_adviser THEN ARRAY[licensor_adviser]"
            + " ELSE ARRAY[licensor_adviser, licensee_adviser] END) AS adviser";

    private final JdbcClient jdbc;

    Facts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A contract behind a figure. */
    public record CountedContract(
            String number, String caseNumber, String signedOn, String kind, String licensor, String licensee) {}

    /** A case behind a figure. */
    public record CountedCase(
            String number,
            String openedOn,
            @Nullable String endedOn,
            @Nullable String outcome,
            String licensor,
            String licensee) {}

    /** A research-tool licence on standard terms behind a figure. */
    public record CountedTool(String number, String concludedOn, String licensor, String licensee) {}

    /**
     * A seed, a need or a pair behind a figure.
     *
     * @param about the numbers of a pair's records, else empty
     * @param declined why a pair was declined
     */
    public record CountedRecord(
            String number,
            LocalDate on,
            String about,
            @Nullable DeclineReason declined,
            String address) {}

    /** Derives all facts anew, while changes of cases and contracts wait. */
    @Transactional
    public void deriveAnew() {
        jdbc.sql("SELECT derive_facts()").query((row, index) -> index).list();
    }

    /** Each night, so that what changes added to the tally of durations does not pile up; what is read stays the same. */
    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Tokyo")
    @Transactional
    void sumUpDurations() {
        jdbc.sql("SELECT sum_up_durations()").query((row, index) -> index).list();
    }

    /** Contracts counted by all columns together, in one pass: what a figure needs is summed from it. */
    Tally tally(Selection selection, String... columns) {
        return tally(selection, selection.parameters(), columns);
    }

    /** @param parameters of the selection and of columns that are conditions */
    Tally tally(Selection selection, Map<String, Object> parameters, String... columns) {
        String names = String.join(", ", columns);
        List<Group> groups = new ArrayList<>();
        jdbc.sql("SELECT " + names + ", count(*) AS contracts FROM contract_fact" + selection.contracts() + " GROUP BY "
                        + IntStream.rangeClosed(1, columns.length)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(", ")))
                .params(parameters)
                .query(row -> {
                    var values = new ArrayList<@Nullable Object>(columns.length);
                    for (int column = 1; column <= columns.length; column++) {
                        values.add(Tally.value(row, column));
                    }
                    groups.add(new Group(values, row.getLong("contracts")));
                });
        return new Tally(List.of(columns), groups);
    }

    private record Group(List<@Nullable Object> values, long contracts) {}

    /** What was counted in one pass. */
    record Tally(List<String> columns, List<Group> groups) {

        long all() {
            return groups.stream().mapToLong(Group::contracts).sum();
        }

        /** Those of which a column that is a condition is true. */
        Tally where(String condition) {
            int at = columns.indexOf(condition);
            return new Tally(
                    columns,
                    groups.stream()
                            .filter(group -> Boolean.TRUE.equals(group.values().get(at)))
                            .toList());
        }

        /** By one column, in the order of its values; what has no value stands under an empty text. */
        Map<String, Long> by(String column) {
            return by(column, value -> Stream.of(text(value)));
        }

        /** By each item of an array, so that a contract counts once for each; without one under {@code 0}. */
        Map<String, Long> byEach(String column) {
            return by(column, Tally::items);
        }

        /** By what two columns say together. */
        Map<String, Long> by(String one, String other, BiFunction<String, String, Stream<String>> items) {
            var counts = new TreeMap<String, Long>();
            int first = columns.indexOf(one);
            int second = columns.indexOf(other);
            groups.forEach(group -> items.apply(
                            text(group.values().get(first)), text(group.values().get(second)))
                    .forEach(item -> counts.merge(item, group.contracts(), Long::sum)));
            return counts;
        }

        private Map<String, Long> by(String column, Function<@Nullable Object, Stream<String>> items) {
            var counts = new TreeMap<String, Long>();
            int at = columns.indexOf(column);
            groups.forEach(group -> items.apply(group.values().get(at))
                    .forEach(item -> counts.merge(item, group.contracts(), Long::sum)));
            return counts;
        }

        /** What a column says, an array as one of Java's. */
        static @Nullable Object value(ResultSet row, int column) throws SQLException {
            Object value = row.getObject(column);
            return value instanceof Array array ? array.getArray() : value;
        }

        static Stream<String> items(@Nullable Object value) {
            return value instanceof Object[] items && items.length > 0
                    ? Stream.of(items).map(Tally::text)
                    : Stream.of("0");
        }

        static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    /** How many contracts there are of each item of an expression that gives several a contract. */
    Map<String, Long> contractsByEach(Selection selection, String items, String item) {
        return counts(
                "SELECT %s::text AS value, count(*) AS contracts FROM (SELECT %s FROM contract_fact%s) each GROUP BY 1"
                        .formatted(item, items, selection.contracts()),
                selection);
    }

    Map<String, Long> counts(String sql, Selection selection) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql(sql).params(selection.parameters()).query(row -> {
            String value = row.getString("value");
            counts.put(value == null ? "" : value, row.getLong("contracts"));
        });
        return counts;
    }

    long contracts(Selection selection) {
        return count("contract_fact" + selection.contracts(), selection);
    }

    /** The contracts behind a figure, the latest first. */
    public Page<CountedContract> contracts(Selection selection, Pageable page) {
        List<CountedContract> found = jdbc.sql("""
                        SELECT fact.*, licensor_name, licensee_name
                        FROM (SELECT contract_number, case_number, signed_on, kind FROM contract_fact%s
                          ORDER BY signed_on DESC, contract_number DESC LIMIT :size OFFSET :offset) fact
                        JOIN contract ON contract.number = contract_number
                        ORDER BY fact.signed_on DESC, contract_number DESC
                        """.formatted(selection.contracts()))
                .params(selection.parameters())
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> new CountedContract(
                        row.getString("contract_number"),
                        row.getString("case_number"),
                        row.getString("signed_on"),
                        row.getString("kind"),
                        row.getString("licensor_name"),
                        row.getString("licensee_name")))
                .list();
        return new PageImpl<>(found, page, contracts(selection));
    }

    /** The cases behind a figure, the latest first. */
    public Page<CountedCase> cases(Selection selection, Pageable page) {
        List<CountedCase> found = jdbc.sql("""
                        SELECT fact.*, licensor_name, licensee_name
                        FROM (SELECT case_number, opened_on, ended_on, outcome FROM case_fact%s
                          ORDER BY opened_on DESC, case_number DESC LIMIT :size OFFSET :offset) fact
                        JOIN licensing_case ON licensing_case.number = case_number
                        ORDER BY opened_on DESC, case_number DESC
                        """.formatted(selection.cases()))
                .params(selection.parameters())
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> new CountedCase(
                        row.getString("case_number"),
                        row.getString("opened_on"),
                        row.getString("ended_on"),
                        row.getString("outcome"),
                        row.getString("licensor_name"),
                        row.getString("licensee_name")))
                .list();
        return new PageImpl<>(found, page, count("case_fact" + selection.cases(), selection));
    }

    /** The research-tool licences on standard terms behind a figure, the latest first. */
    public Page<CountedTool> tools(Selection selection, Pageable page) {
        String where = selection.contracts();
        List<CountedTool> found = jdbc.sql(
                        "SELECT contract_number AS number, signed_on, licensor, licensee FROM tool_licence_fact" + where
                                + " ORDER BY signed_on DESC, number DESC LIMIT :size OFFSET :offset")
                .params(selection.parameters())
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> new CountedTool(
                        row.getString("number"),
                        row.getString("signed_on"),
                        row.getString("licensor"),
                        row.getString("licensee")))
                .list();
        return new PageImpl<>(found, page, count("tool_licence_fact" + where, selection));
    }

    /** The seeds, needs or pairs behind a figure, the latest first. */
    public Page<CountedRecord> records(Records records, Selection selection, Pageable page) {
        String chosen = records.chosenBy(selection);
        List<CountedRecord> found = jdbc.sql("SELECT " + records.told() + ", day_of(" + records.at() + ") AS day"
                        + chosen + " ORDER BY " + records.at() + " DESC, number DESC LIMIT :size OFFSET :offset")
                .params(selection.parameters())
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> new CountedRecord(
                        row.getString("number"),
                        row.getObject("day", LocalDate.class),
                        row.getString("about"),
                        EnumUtils.getEnum(DeclineReason.class, row.getString("decline_reason")),
                        records.file(row.getString("number"))))
                .list();
        return new PageImpl<>(
                found,
                page,
                jdbc.sql("SELECT count(*)" + chosen)
                        .params(selection.parameters())
                        .query(Long.class)
                        .single());
    }

    private long count(String from, Selection selection) {
        return jdbc.sql("SELECT count(*) FROM " + from)
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    static String typeOf(Side side) {
        return side == Side.LICENSOR ? "licensor_type" : "licensee_type";
    }
}
