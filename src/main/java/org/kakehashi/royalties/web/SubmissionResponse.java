package org.kakehashi.royalties.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.kakehashi.royalties.Submission;

/** What a licensee has submitted, as callers see it. */
record SubmissionResponse(
        String obligation, BigDecimal netSales, long units, int edition, String givenBy, Instant givenAt) {

    static SubmissionResponse of(Submission submission) {
        return new SubmissionResponse(
                submission.obligationNumber(),
                submission.usage().netSales(),
                submission.usage().units(),
                submission.edition(),
                submission.givenBy(),
                submission.givenAt());
    }
}
