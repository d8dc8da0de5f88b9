package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.Restraint;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** Legal reads the agreed terms and marks what antitrust law looks at. */
@Component
class AssessTerms extends ContractForm<AssessTerms.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions) {}

    /** @param marketSharePercent of both parties together; none where it is not known */
    record Answer(
            @Nullable List<Restraint> restraints, @Nullable BigDecimal marketSharePercent) {}

    private final Clearances clearances;

    AssessTerms(CaseDesk desk, Clearances clearances) {
        super(desk, Stage.CLEARANCE, Move.LEGAL);
        this.clearances = clearances;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(sheet(task), positions(task));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        clearances.assess(
                caseNumber(task),
                Objects.requireNonNullElse(answer.restraints(), List.of()),
                answer.marketSharePercent());
    }
}
