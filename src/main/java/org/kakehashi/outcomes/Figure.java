package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * A table of statistics, and the chart that shows it best.
 *
 * @param id within its report, such as {@code by-year}
 * @param note on how to read it, may be empty
 */
public record Figure(String id, String title, String note, Chart chart, List<Column> columns, List<Line> lines) {

    /** How a figure is drawn. */
    public enum Chart {
        /** Upright bars, the second column as a line. */
        YEARS,
        /** Lying bars of the second column. */
        BARS,
        /** Lying bars of all columns of percentages, one upon the other. */
        SHARES,
        /** Lying bars of all columns of counts after the second, one upon the other. */
        STACKS,
        /** A map with flows from the first column's prefecture to those that head the other columns. */
        FLOWS
    }

    /** What a column's values are. */
    public enum Unit {
        TEXT,
        COUNT,
        PERCENT,
        /** Difference of two percentages. */
        POINTS,
        YEN,
        DAYS,
        RATIO
    }

    public record Column(String key, String name, Unit unit) {}

    /** @param beforeSystem whether it was imported from the years before the system */
    public record Line(List<Cell> cells, boolean beforeSystem) {

        public static Line of(Cell... cells) {
            return new Line(List.of(cells), false);
        }
    }

    /**
     * @param value a text or a number; none where there is nothing to say
     * @param address of the contracts or cases behind it; none where nothing was counted
     */
    public record Cell(@Nullable Object value, @Nullable String address) {

        public static Cell of(@Nullable Object value) {
            return new Cell(value, null);
        }

        public static Cell of(@Nullable Object value, String address) {
            return new Cell(value, Long.valueOf(0).equals(value) ? null : address);
        }
    }

    /** The same without the addresses that begin so, for readers to whom they are closed. */
    Figure withoutAddressesOf(String path) {
        return new Figure(
                id,
                title,
                note,
                chart,
                columns,
                lines.stream()
                        .map(line -> new Line(
                                line.cells().stream()
                                        .map(cell -> StringUtils.startsWith(cell.address(), path)
                                                ? Cell.of(cell.value())
                                                : cell)
                                        .toList(),
                                line.beforeSystem()))
                        .toList());
    }

    static Column text(String name) {
        return new Column("name", name, Unit.TEXT);
    }

    static Column count(String key, String name) {
        return new Column(key, name, Unit.COUNT);
    }

    static Column percent(String key, String name) {
        return new Column(key, name, Unit.PERCENT);
    }

    /** Rounded half up at the first decimal; none of nothing. */
    static @Nullable BigDecimal percentOf(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** Rounded half up at the first decimal; none by nothing. */
    static @Nullable BigDecimal ratioOf(BigDecimal sum, BigDecimal by) {
        return by.signum() == 0 ? null : sum.divide(by, 1, RoundingMode.HALF_UP);
    }
}
