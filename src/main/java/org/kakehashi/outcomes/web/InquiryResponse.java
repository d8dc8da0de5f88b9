package org.kakehashi.outcomes.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Doubt;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.UnusedReason;

/**
 * An inquiry as callers see it.
 *
 * @param doubts what is hard to believe about the answer that counts, in sentences
 * @param answers every edition, the one that counts first
 */
record InquiryResponse(
        String number,
        String contractNumber,
        int fiscalYear,
        Inquiry.State state,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate answerBy,
        @Nullable String noAnswerReason,
        List<String> doubts,
        List<Edition> answers) {

    /** One edition of an answer. */
    record Edition(
            int edition,
            String currency,
            BigDecimal sales,
            int jobs,
            BigDecimal investment,
            BigDecimal costSaved,
            int furtherLicences,
            @Nullable UnusedReason unusedReason,
            String note,
            Answer.Channel channel,
            String source,
            String explanation,
            String reason,
            String givenBy,
            Instant givenAt) {

        static Edition of(Answer answer) {
            return new Edition(
                    answer.edition(),
                    answer.figures().currency().getCurrencyCode(),
                    answer.figures().sales(),
                    answer.figures().jobs(),
                    answer.figures().investment(),
                    answer.figures().costSaved(),
                    answer.figures().furtherLicences(),
                    answer.figures().unusedReason(),
                    answer.figures().note(),
                    answer.channel(),
                    answer.source(),
                    answer.explanation(),
                    answer.reason(),
                    answer.givenBy(),
                    answer.givenAt());
        }
    }

    static InquiryResponse of(InquirySheet sheet) {
        Inquiry inquiry = sheet.inquiry();
        return new InquiryResponse(
                inquiry.number(),
                inquiry.contractNumber(),
                inquiry.fiscalYear(),
                inquiry.state(),
                inquiry.askedOn(),
                sheet.answerBy(),
                inquiry.noAnswerReason(),
                sheet.doubts().stream().map(Doubt::sentence).toList(),
                sheet.editions().stream().map(Edition::of).toList());
    }
}
