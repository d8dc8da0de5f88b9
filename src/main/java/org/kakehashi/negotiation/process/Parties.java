package org.kakehashi.negotiation.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** What models ask about the two sides of a case; public, as the expressions in models can call nothing else. */
@Component
public class Parties {

    private final LicensingCases cases;

    Parties(LicensingCases cases) {
        this.cases = cases;
    }

    /** The sides as models write them, licensor first. */
    public List<String> sides() {
        return Arrays.stream(Side.values()).map(Side::lower).toList();
    }

    /** The adviser who stands by that side now. */
    public String adviser(String caseNumber, String side) {
        String adviser = cases.of(caseNumber).party(side(side)).adviser();
        if (adviser == null) {
            throw Refusal.conflict("Nobody stands by the " + side + " of " + caseNumber + " yet.");
        }
        return adviser;
    }

    /** The side whose instance of a step this is. */
    static Side sideOf(VariableScope scope) {
        return side((String) scope.getVariable("side"));
    }

    private static Side side(String side) {
        return Side.valueOf(side.toUpperCase(Locale.ROOT));
    }
}
