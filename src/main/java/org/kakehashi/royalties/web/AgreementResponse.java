package org.kakehashi.royalties.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Agreement;
import org.kakehashi.royalties.Formula;

/** A version of a royalty agreement as callers see it. */
record AgreementResponse(
        int version,
        LocalDate inForceFrom,
        @Nullable LocalDate endsOn,
        Formula formula,
        String inWords,
        String origin) {

    static AgreementResponse of(Agreement agreement) {
        return new AgreementResponse(
                agreement.version(),
                agreement.inForceFrom(),
                agreement.endsOn(),
                agreement.formula(),
                agreement.formula().described(),
                agreement.origin());
    }
}
