package org.kakehashi.contract.process;

import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.contract.Contract;

/** A contract as forms show it. */
record ContractSheet(
        String number,
        String grant,
        String signedOn,
        String stampDuty,
        String filedOn,
        String receipt,
        String report,
        String reportedBy) {

    static ContractSheet of(Contract contract) {
        return new ContractSheet(
                contract.number(),
                contract.grant().described(),
                contract.signedOn().toString(),
                contract.stampDutyYen() == null
                        ? "none"
                        : String.format(Locale.ROOT, "JPY %,d", contract.stampDutyYen()),
                contract.filedOn() == null ? "" : contract.filedOn().toString(),
                contract.receiptNumber() == null ? "" : contract.receiptNumber() + " of " + contract.receivedOn(),
                StringUtils.defaultString(contract.report()),
                StringUtils.defaultString(contract.reportedBy()));
    }
}
