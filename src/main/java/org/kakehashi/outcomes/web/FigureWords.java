package org.kakehashi.outcomes.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    /** The highest count of a figure; 0 where nothing is counted. */
    public long highest(Figure figure) {
        return figure.lines().stream()
                .flatMap(line -> line.cells().stream())
                .mapToLong(cell -> cell.value() instanceof Long count ? count : 0)
                .max()
                .orElse(0);
    }

    /** How dark a count stands beside the highest of its figure, from 0 for none to 5. */
    public int shade(Figure.Cell cell, long highest) {
        if (!(cell.value() instanceof Long count) || count == 0) {
            return 0;
        }
        return highest == 1 ? SHADES : 1 + (int) ((SHADES - 1) * Math.log(count) / Math.log(highest));
    }
}
