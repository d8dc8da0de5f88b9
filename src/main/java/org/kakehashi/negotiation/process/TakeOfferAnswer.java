package org.kakehashi.negotiation.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermPace;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Reads from the term sheet how the negotiation goes on. */
@Component
class TakeOfferAnswer implements JavaDelegate {

    private final TermSheets sheets;
    private final TermPace pace;
    private final Clock clock;

    TakeOfferAnswer(TermSheets sheets, TermPace pace, Clock clock) {
        this.sheets = sheets;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TermSheet sheet = sheets.of((String) execution.getVariable(Variables.CASE_NUMBER));
        int asked = (int) execution.getVariable(Variables.ROUND);
        if (sheet.round(asked).state() == Round.State.OPEN) {
            throw Refusal.conflict("Round %d of case %s has not been answered.".formatted(asked, sheet.caseNumber()));
        }
        int newest = sheet.rounds().size();
        Round round = sheet.round(newest);
        execution.setVariable(Variables.OFFER_STATE, round.state().name());
        execution.setVariable(
                Variables.HELP, sheet.helpNeeded(pace, clock.instant()).name());
        execution.setVariable(Variables.ROUND, newest);
        execution.setVariable(Variables.SIDE, round.proposer().other().lower());
        execution.setVariable(
                Variables.LICENCE_KIND, String.valueOf(round.terms().licenceKind()));
    }
}
