package org.kakehashi.contract.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractParty;
import org.kakehashi.contract.Grant;
import org.kakehashi.contract.Price;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;

/**
 * A contract as callers see it.
 *
 * @param sealedDocument number of the sealed, signed file among the case's documents
 * @param sealedSha256 of that file
 * @param grant only where the reader may see the case's terms
 * @param price only where the reader may see the case's terms
 */
record ContractResponse(
        String number,
        String caseNumber,
        String seedNumber,
        String needNumber,
        Contract.Status status,
        ContractParty licensor,
        ContractParty licensee,
        @Nullable Grant grant,
        @Nullable Price price,
        List<TechnologyField> technologyFields,
        LocalDate signedOn,
        @Nullable Integer sealedDocument,
        @Nullable String sealedSha256,
        boolean registrationNeeded,
        @Nullable LocalDate filedOn,
        @Nullable Integer stampDutyYen,
        @Nullable String receiptNumber,
        @Nullable LocalDate receivedOn) {

    static ContractResponse of(Contract contract, boolean withTerms) {
        return new ContractResponse(
                contract.number(),
                contract.caseNumber(),
                contract.seedNumber(),
                contract.needNumber(),
                contract.status(),
                contract.party(Side.LICENSOR),
                contract.party(Side.LICENSEE),
                withTerms ? contract.grant() : null,
                withTerms ? contract.price() : null,
                contract.technologyFields().stream().sorted().toList(),
                contract.signedOn(),
                contract.sealedDocument(),
                contract.sealedSha256(),
                contract.needsRegistration(),
                contract.filedOn(),
                contract.stampDutyYen(),
                contract.receiptNumber(),
                contract.receivedOn());
    }
}
