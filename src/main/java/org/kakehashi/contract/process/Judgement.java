package org.kakehashi.contract.process;

import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.contract.Clearance;

/** A line of the table in which forms show what antitrust law says. */
record Judgement(String restraint, String level, String reason, String source, String liftedBy) {

    static List<Judgement> all(Clearance clearance) {
        return clearance.findings().stream()
                .map(finding -> new Judgement(
                        finding.restraint().english(),
                        finding.level() == null ? "" : finding.level().english(),
                        StringUtils.defaultString(finding.reason()),
                        StringUtils.defaultString(finding.source()),
                        StringUtils.defaultString(finding.liftedBy())))
                .toList();
    }
}
