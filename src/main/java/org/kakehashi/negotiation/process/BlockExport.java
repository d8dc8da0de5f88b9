package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.ExportScreening;
import org.kakehashi.negotiation.ExportScreenings;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.stereotype.Component;

/** Ends a case whose technology may not be disclosed to the licensee. */
@Component
class BlockExport implements JavaDelegate {

    private final LicensingCases cases;
    private final ExportScreenings screenings;

    BlockExport(LicensingCases cases, ExportScreenings screenings) {
        this.cases = cases;
        this.screenings = screenings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        ExportScreening screening = screenings.findById(number).orElseThrow();
        String rule = screening.rule().orElseThrow().sentence();
        cases.end(
                number,
                OutcomeCode.LEGAL_BLOCK,
                screening.permission() == null
                        ? "Export control: " + rule
                        : "Export permission refused: %s. %s".formatted(screening.permission(), rule));
    }
}
