package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** Legal records what one co-owner says to the agreed terms. */
@Component
class RecordCoOwnerConsent extends ContractForm<RecordCoOwnerConsent.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions, String coOwner) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean consents,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String note) {}

    private final Clearances clearances;

    RecordCoOwnerConsent(CaseDesk desk, Clearances clearances) {
        super(desk, Stage.CLEARANCE, Move.LEGAL);
        this.clearances = clearances;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(sheet(task), positions(task), coOwner(task));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        clearances.coOwnerAnswered(
                caseNumber(task), coOwner(task), answer.consents(), StringUtils.defaultString(answer.note()));
    }

    private String coOwner(DelegateTask task) {
        int place = (int) task.getVariable(Variables.CO_OWNER);
        return clearances.coOwners(caseNumber(task)).get(place - 1);
    }
}
