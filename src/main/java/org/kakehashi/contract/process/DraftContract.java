package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Drafts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** A lawyer writes the contract from the agreed terms. */
@Component
class DraftContract extends ContractForm<DraftContract.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions, List<DraftLine> drafts) {}

    /** @param document where the written contract lies */
    record Answer(
            @NotBlank(message = "must not be empty")
            @Size(max = 500, message = "must not be longer than 500 characters")
            String document,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String note) {}

    private final Drafts drafts;

    DraftContract(CaseDesk desk, Drafts drafts) {
        super(desk, Stage.SIGNING, Move.LEGAL);
        this.drafts = drafts;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(sheet(task), positions(task), DraftLine.all(drafts.of(caseNumber(task))));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        drafts.write(caseNumber(task), answer.document(), StringUtils.defaultString(answer.note()));
    }
}
