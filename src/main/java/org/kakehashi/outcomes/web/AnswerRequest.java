package org.kakehashi.outcomes.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.UnusedReason;
import org.kakehashi.shared.Refusal;

/** An answer that came on paper or by another system. */
record AnswerRequest(
        @Schema(description = "ISO 4217, one of the questionnaire's", example = "JPY")
        @NotBlank(message = "must be given")
        String currency,

        @Schema(example = "42000000") @NotNull(message = "must be given")
        BigDecimal sales,

        @Schema(example = "4") @NotNull(message = "must be given")
        Integer jobs,

        @Schema(example = "8000000") @NotNull(message = "must be given")
        BigDecimal investment,

        @Schema(example = "0") @NotNull(message = "must be given")
        BigDecimal costSaved,

        @Schema(example = "0") @Nullable Integer furtherLicences,
        @Nullable UnusedReason unusedReason,

        @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
        String note,

        @Schema(description = "How it came", example = "PAPER")
        Answer.@Nullable Channel channel,

        @Schema(example = "Letter of 2027-06-14")
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most 500 characters")
        String source,

        @Schema(description = "Why unusual figures are right")
        @Nullable
        @Size(max = 1000, message = "must have at most 1000 characters")
        String explanation,

        @Schema(description = "Why the edition before is corrected")
        @Nullable
        @Size(max = 1000, message = "must have at most 1000 characters")
        String reason,

        @Schema(description = "Edition that the sender has seen; 0 where there was none", example = "0")
        @NotNull(message = "must be given")
        @PositiveOrZero(message = "must not be negative")
        Integer seen) {

    Answer.Given given() {
        Figures figures = new Figures.Entry(
                        currency,
                        sales.toPlainString(),
                        jobs.toString(),
                        investment.toPlainString(),
                        costSaved.toPlainString(),
                        furtherLicences == null ? "0" : furtherLicences.toString(),
                        unusedReason == null ? null : unusedReason.name(),
                        note)
                .figures();
        Answer.Channel came = channel == null ? Answer.Channel.PAPER : channel;
        if (came != Answer.Channel.PAPER && came != Answer.Channel.PROGRAM) {
            throw Refusal.invalid("Over this interface answers come by PAPER or PROGRAM.");
        }
        return new Answer.Given(
                figures, came, source, StringUtils.defaultString(explanation), StringUtils.defaultString(reason), seen);
    }
}
