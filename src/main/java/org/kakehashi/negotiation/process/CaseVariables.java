package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.process.LicensingCaseProcess.Variables;
import org.kakehashi.shared.Side;

/** The routing facts that a case's process takes from the case. */
final class CaseVariables {

    private CaseVariables() {}

    /** Who stands by the sides, and who must confirm the match: the adviser who did not find it. */
    static void advisers(VariableScope scope, LicensingCase licensingCase) {
        scope.setVariable(Variables.LICENSOR_ADVISER, licensingCase.licensorAdviser());
        scope.setVariable(Variables.LICENSEE_ADVISER, licensingCase.licenseeAdviser());
        scope.setVariable(Variables.SAME_ADVISER, licensingCase.hasOneAdviser());
        scope.setVariable(Variables.CONFIRMING_ADVISER, confirming(licensingCase));
    }

    static @Nullable String confirming(LicensingCase licensingCase) {
        Side foundFrom = licensingCase.foundFrom().orElse(null);
        return foundFrom == null || licensingCase.hasOneAdviser()
                ? null
                : licensingCase.party(foundFrom.other()).adviser();
    }
}
