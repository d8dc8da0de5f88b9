package org.kakehashi.negotiation.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.kakehashi.negotiation.ExportScreening;
import org.kakehashi.negotiation.ExportScreenings;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Keeps what the export-control table decided, and why. */
@Component
class NoteExportDecision implements ExecutionListener {

    private final ExportScreenings screenings;
    private final Journal journal;

    NoteExportDecision(ExportScreenings screenings, Journal journal) {
        this.screenings = screenings;
        this.journal = journal;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        var result = (Map<?, ?>) execution.getVariable(Variables.EXPORT_RESULT);
        var decision = ExportScreening.Decision.valueOf(String.valueOf(result.get("decision")));
        var rule = new GateRule(
                String.valueOf(result.get("reason")),
                String.valueOf(result.get("source")),
                String.valueOf(result.get("liftedBy")));
        screenings.findById(number).orElseThrow().decide(decision, rule);
        journal.note(
                number,
                switch (decision) {
                    case CLEARED -> "Export control: cleared";
                    case PERMISSION_NEEDED -> "Export control: permission needed";
                    case BLOCKED -> "Export control: blocked";
                },
                decision == ExportScreening.Decision.CLEARED ? rule.reason() : rule.sentence());
    }
}
