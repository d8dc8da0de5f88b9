package org.kakehashi.contract.process;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.shared.Side;

/** Reads which side an instance of a step is about. */
final class Sides {

    private Sides() {}

    static Side of(VariableScope scope) {
        return Side.valueOf(((String) scope.getVariable(Variables.SIDE)).toUpperCase(Locale.ROOT));
    }
}
