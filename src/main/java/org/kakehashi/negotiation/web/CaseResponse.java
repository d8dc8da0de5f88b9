package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Party;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;

/** A case: whose it is, where it stands and whose move it is since when. */
record CaseResponse(
        @Schema(example = "L-2026-000012") String number,
        @Schema(example = "S-2026-000031") String seedNumber,
        String seedTitle,
        @Schema(example = "N-2026-000007") String needNumber,
        String needTitle,
        PartyResponse licensor,
        PartyResponse licensee,
        Stage stage,
        Move moveOf,
        Instant moveSince,
        @Nullable OutcomeCode outcome,
        @Nullable String outcomeReason,
        Instant openedAt,
        @Nullable Instant endedAt) {

    /** One side of the case. */
    record PartyResponse(
            UUID organisationId,
            String name,
            @Nullable Prefecture prefecture,

            @Schema(description = "The user who advises the side") @Nullable
            String adviser) {

        static PartyResponse of(Party party) {
            return new PartyResponse(party.organisation(), party.name(), party.prefecture(), party.adviser());
        }
    }

    static CaseResponse of(LicensingCase licensingCase) {
        return new CaseResponse(
                licensingCase.number(),
                licensingCase.seedNumber(),
                licensingCase.seedTitle(),
                licensingCase.needNumber(),
                licensingCase.needTitle(),
                PartyResponse.of(licensingCase.party(Side.LICENSOR)),
                PartyResponse.of(licensingCase.party(Side.LICENSEE)),
                licensingCase.stage(),
                licensingCase.moveOf(),
                licensingCase.moveSince(),
                licensingCase.outcome(),
                licensingCase.outcomeReason(),
                licensingCase.openedAt(),
                licensingCase.endedAt());
    }
}
