package org.kakehashi.consultation.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.AdviserRouting;
import org.kakehashi.advisers.Routing;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.consultation.process.ConsultationProcess.Variables;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** The question goes to the adviser of its prefecture; where nobody is engaged it waits for any adviser. */
@Component
class AssignConsultant implements JavaDelegate {

    private final Consultations consultations;
    private final AdviserRouting routing;

    AssignConsultant(Consultations consultations, AdviserRouting routing) {
        this.consultations = consultations;
        this.routing = routing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CONSULTATION_NUMBER);
        Consultation asked = consultations.of(number);
        String adviser = routing.find(new Routing.Request(
                        asked.adviserKind(),
                        Routing.CaseKind.CONSULTATION,
                        Side.LICENSEE,
                        asked.asker().prefecture(),
                        asked.field() == null ? Set.of() : Set.of(asked.field()),
                        asked.asker().language(),
                        Set.of(),
                        Set.of()))
                .map(Routing.Choice::userId)
                .orElse(null);
        consultations.assign(number, adviser);
        execution.setVariable(Variables.CONSULTANT, adviser);
    }
}
