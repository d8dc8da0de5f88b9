package org.kakehashi.royalties.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Period;
import org.kakehashi.shared.Money;

/** An obligation as callers see it. */
record ObligationResponse(
        String number,
        Obligation.Kind kind,
        String subject,
        @Nullable Period period,
        LocalDate dueOn,
        boolean overdue,
        @Nullable Money amount,
        Obligation.Status status,
        @Nullable LocalDate settledOn,
        String note) {

    static ObligationResponse of(Obligation obligation, LocalDate today) {
        return new ObligationResponse(
                obligation.number(),
                obligation.kind(),
                obligation.subject(),
                obligation.period().orElse(null),
                obligation.dueOn(),
                obligation.isOverdue(today),
                obligation.amount().orElse(null),
                obligation.status(),
                obligation.settledOn(),
                obligation.note());
    }
}
