package org.kakehashi.documents.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Evaluation;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.Nda;
import org.kakehashi.negotiation.Terms;

/** What a draft is filled from. What the case has not come to yet is missing. */
public record Matter(
        LicensingCase licensingCase,
        @Nullable Terms terms,
        @Nullable Nda nda,
        @Nullable Evaluation evaluation,
        LocalDate today) {

    /** Whether the terms, where there are any, say so. */
    boolean says(Function<Terms, Boolean> question) {
        return terms != null && question.apply(terms);
    }

    String term(Function<Terms, String> answer) {
        return Optional.ofNullable(terms).map(answer).orElse("");
    }

    static boolean isPaid(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() > 0;
    }
}
