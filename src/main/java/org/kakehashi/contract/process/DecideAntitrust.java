package org.kakehashi.contract.process;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.Finding;
import org.kakehashi.contract.Restraint;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code antitrust} about each restraint of the agreed terms; the gravest answer counts. */
@Component
class DecideAntitrust implements JavaDelegate {

    private static final String DECISION = "antitrust";

    private final Clearances clearances;
    private final DecisionService decisions;

    DecideAntitrust(Clearances clearances, DecisionService decisions) {
        this.clearances = clearances;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        BigDecimal marketShare = clearances.of(number).marketSharePercent();
        Finding.Level level = clearances.decide(number, finding -> judge(finding.restraint(), marketShare));
        execution.setVariable(Variables.ANTITRUST, level.name());
    }

    private Finding judge(Restraint restraint, @Nullable BigDecimal marketShare) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("restraint", restraint.name());
        asked.put("marketShare", marketShare == null ? null : marketShare.doubleValue());
        DmnDecisionRuleResult rule =
                decisions.evaluateDecisionTableByKey(DECISION, asked).getSingleResult();
        if (rule == null) {
            throw new IllegalStateException("The decision " + DECISION + " has no rule for " + asked);
        }
        return new Finding(
                restraint,
                Finding.Level.valueOf(rule.<String>getEntry("level")),
                rule.getEntry("reason"),
                rule.getEntry("source"));
    }
}
