package org.kakehashi.outcomes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** Derives all facts anew, while changes of cases and contracts wait. */
    @Transactional
    public void deriveAnew() {
        jdbc.sql("SELECT derive_facts()").query((row, index) -> index).list();
    }

    /** How many contracts there are of each value of each column; of a value that is absent under an empty text. */
    Map<String, Map<String, Long>> contractsBy(Selection selection, String... columns) {
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        var values = new ArrayList<String>();
        for (String column : columns) {
            counts.put(column, new LinkedHashMap<>());
            values.add("(" + column + ")");
        }
        String sets = String.join(", ", values);
        jdbc.sql("SELECT grouping(%s) AS others, coalesce(%s) AS value, count(*) AS contracts FROM contract_fact%s"
                                .formatted(
                                        String.join(", ", columns),
                                        String.join(
                                                ", ",
                                                List.of(columns).stream()
                                                        .map(column -> column + "::text")
                                                        .toList()),
                                        selection.contracts())
                        + " GROUP BY GROUPING SETS (" + sets + ") ORDER BY value")
                .params(selection.parameters())
                .query(row -> {
                    String column = columns[columnOf(row.getInt("others"), columns.length)];
                    String value = row.getString("value");
                    counts.computeIfAbsent(column, name -> new LinkedHashMap<>())
                            .put(value == null ? "" : value, row.getLong("contracts"));
                });
        return counts;
    }

    /** In a grouping of one column its bit alone is not set; the first column has the highest. */
    private static int columnOf(int others, int columns) {
        int bit = Integer.numberOfTrailingZeros(~others);
        return columns - 1 - bit;
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
        return jdbc.sql("SELECT count(*) FROM contract_fact" + selection.contracts())
                .params(selection.parameters())
                .query(Long.class)
                .single();
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
        long all = jdbc.sql("SELECT count(*) FROM case_fact" + selection.cases())
                .params(selection.parameters())
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, all);
    }

    static String typeOf(Side side) {
        return side == Side.LICENSOR ? "licensor_type" : "licensee_type";
    }
}
