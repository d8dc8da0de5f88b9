package org.kakehashi.contract.process;

import org.kakehashi.contract.Clearances;
import org.springframework.stereotype.Component;

/** What models ask about a patent's public funder; public, as the expressions in models can call nothing else. */
@Component
public class Funder {

    private final Clearances clearances;

    Funder(Clearances clearances) {
        this.clearances = clearances;
    }

    public boolean mustApprove(String caseNumber) {
        return clearances.needsFunder(caseNumber);
    }
}
