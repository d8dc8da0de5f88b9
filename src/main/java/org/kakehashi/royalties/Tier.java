package org.kakehashi.royalties;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** Another royalty for the part of a contract year's net sales above an amount. */
public record Tier(BigDecimal fromSales, BigDecimal percent) {

    /** Keeps the tiers in one column, such as {@code 100000000:3;500000000:2.5}. */
    @Converter
    static class Column implements AttributeConverter<List<Tier>, String> {

        @Override
        public String convertToDatabaseColumn(List<Tier> tiers) {
            return tiers.stream()
                    .map(tier -> tier.fromSales.toPlainString() + ":" + tier.percent.toPlainString())
                    .collect(Collectors.joining(";"));
        }

        @Override
        public List<Tier> convertToEntityAttribute(String column) {
            return Arrays.stream(StringUtils.split(column, ';'))
                    .map(tier -> StringUtils.split(tier, ':'))
                    .map(parts -> new Tier(new BigDecimal(parts[0]), new BigDecimal(parts[1])))
                    .toList();
        }
    }
}
