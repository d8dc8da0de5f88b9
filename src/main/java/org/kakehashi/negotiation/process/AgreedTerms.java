package org.kakehashi.negotiation.process;

import org.kakehashi.negotiation.StandardTerms;
import org.kakehashi.negotiation.TermSheets;
import org.springframework.stereotype.Component;

/** What the approval policy asks of the agreed terms; public, as the expressions in models can call nothing else. */
@Component
public class AgreedTerms {

    private final TermSheets sheets;

    AgreedTerms(TermSheets sheets) {
        this.sheets = sheets;
    }

    public long guaranteedYen(String caseNumber) {
        return sheets.agreed(caseNumber).guaranteedYen().longValueExact();
    }

    public int deviations(String caseNumber) {
        return StandardTerms.deviations(sheets.agreed(caseNumber)).size();
    }

    public boolean exclusive(String caseNumber) {
        return sheets.agreed(caseNumber).isExclusive();
    }
}
