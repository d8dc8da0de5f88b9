package org.kakehashi.outcomes.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kakehashi.outcomes.Distance;
import org.kakehashi.outcomes.Figure;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.springframework.stereotype.Component;

/** Values of figures as people read them. */
@Component
class FigureWords {

    private static final int SHADES = 5;
    private static final Map<String, String> JAPANESE = japanese();

    /** Such as {@code 13,427}, {@code 59.0} or {@code +1.2}; a dash where there is nothing to say. */
    public String text(Figure.Cell cell, Figure.Unit unit) {
        Object value = cell.value();
        if (value == null) {
            return "–";
        }
        return switch (unit) {
            case TEXT -> value.toString();
            case COUNT, YEN -> String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
            case POINTS -> String.format(Locale.ROOT, "%+.1f", (BigDecimal) value);
            case PERCENT, DAYS, RATIO -> String.format(Locale.ROOT, "%.1f", (BigDecimal) value);
        };
    }

    /** A great amount in words, such as {@code 329.0 billion yen}. */
    public String yen(BigDecimal amount, boolean japanese) {
        BigDecimal hundredMillions = amount.movePointLeft(8);
        return japanese
                ? String.format(Locale.ROOT, "%,.0f億円", hundredMillions)
                : String.format(Locale.ROOT, "%,.1f billion yen", hundredMillions.movePointLeft(1));
    }

    /** A category or a year as Japanese readers call it. */
    public String japanese(Object english) {
        String text = String.valueOf(english);
        return text.startsWith("FY")
                ? text.replace("FY", "").replaceAll("\\d{4}", "$0年度")
                : JAPANESE.getOrDefault(text, text);
    }

    private static Map<String, String> japanese() {
        var words = new HashMap<String, String>(Map.of("Unclassified", "分類なし"));
        Stream.of(OrganisationType.values()).forEach(type -> words.put(type.english(), type.japanese()));
        Stream.of(Prefecture.Region.values()).forEach(region -> words.put(region.english(), region.japanese()));
        Stream.of(Distance.values()).forEach(distance -> words.put(distance.english(), distance.japanese()));
        Stream.of(InpitField.values()).forEach(field -> words.put(field.english(), field.japanese()));
        return words;
    }

    /** How dark a count stands among those of its figure, from 0 for none to 5. */
    public int shade(Figure figure, Figure.Cell cell) {
        if (!(cell.value() instanceof Long count) || count == 0) {
            return 0;
        }
        long highest = figure.lines().stream()
                .flatMap(line -> line.cells().stream())
                .map(Figure.Cell::value)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .max(Comparator.naturalOrder())
                .orElse(1L);
        return highest == 1 ? SHADES : 1 + (int) ((SHADES - 1) * Math.log(count) / Math.log(highest));
    }

    /** The flows that are there, the greatest first: a matrix as a list. */
    static List<Flow> flows(Figure matrix) {
        return matrix.lines().stream()
                .flatMap(line -> IntStream.range(1, line.cells().size())
                        .filter(column ->
                                !Objects.equals(line.cells().get(column).value(), 0L))
                        .mapToObj(column -> new Flow(
                                String.valueOf(line.cells().get(0).value()),
                                matrix.columns().get(column).name(),
                                (Long) Objects.requireNonNull(
                                        line.cells().get(column).value()))))
                .sorted(Comparator.comparingLong(Flow::contracts).reversed())
                .toList();
    }

    record Flow(String from, String to, long contracts) {}
}
