package org.kakehashi.consultation.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.AdviserRouting;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Routing;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.consultation.process.ConsultationProcess.Variables;
import org.kakehashi.platform.security.RecordAdvisers;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/**
 * Interest in a seed goes to the adviser who has the seed in hand, any other question to the adviser of its prefecture;
 * where nobody is engaged it waits for any adviser.
 */
@Component
class AssignConsultant implements JavaDelegate {

    private final Consultations consultations;
    private final AdviserRouting routing;
    private final Advisers advisers;
    private final RecordAdvisers hands;

    AssignConsultant(Consultations consultations, AdviserRouting routing, Advisers advisers, RecordAdvisers hands) {
        this.consultations = consultations;
        this.routing = routing;
        this.advisers = advisers;
        this.hands = hands;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CONSULTATION_NUMBER);
        Consultation asked = consultations.of(number);
        String adviser = ofTheSeed(asked).or(() -> nearest(asked)).orElse(null);
        consultations.assign(number, adviser);
        execution.setVariable(Variables.CONSULTANT, adviser);
    }

    private Optional<String> ofTheSeed(Consultation asked) {
        return asked.interest() == null
                ? Optional.empty()
                : hands.adviserOf(asked.interest().seedNumber())
                        .flatMap(advisers::findById)
                        .filter(adviser -> adviser.isActive() && adviser.kind() == asked.adviserKind())
                        .map(Adviser::userId);
    }

    private Optional<String> nearest(Consultation asked) {
        return routing.find(new Routing.Request(
                        asked.adviserKind(),
                        Routing.CaseKind.CONSULTATION,
                        Side.LICENSEE,
                        asked.asker().prefecture(),
                        asked.field() == null ? Set.of() : Set.of(asked.field()),
                        asked.asker().language(),
                        Set.of(),
                        Set.of()))
                .map(Routing.Choice::userId);
    }
}
