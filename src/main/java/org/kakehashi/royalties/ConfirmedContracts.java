package org.kakehashi.royalties;

import org.kakehashi.contract.Contract;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Plans what a contract demands as soon as it counts. */
@Component
class ConfirmedContracts {

    private final Obligations obligations;

    ConfirmedContracts(Obligations obligations) {
        this.obligations = obligations;
    }

    @ApplicationModuleListener
    void on(Contract.Confirmed confirmed) {
        obligations.plan(confirmed.contractNumber());
    }
}
