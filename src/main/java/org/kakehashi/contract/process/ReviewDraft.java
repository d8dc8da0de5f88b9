package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ContractDraft;
import org.kakehashi.contract.Drafts;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** Another lawyer reviews the draft. */
@Component
class ReviewDraft extends ContractForm<ReviewDraft.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions, List<DraftLine> drafts, boolean last) {}

    record Answer(
            @NotNull(message = "must be chosen") ContractDraft.Verdict verdict,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String comment) {}

    private final Drafts drafts;

    ReviewDraft(CaseDesk desk, Drafts drafts) {
        super(desk, Stage.SIGNING, Move.LEGAL);
        this.drafts = drafts;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        List<ContractDraft> written = drafts.of(caseNumber(task));
        return new Facts(sheet(task), positions(task), DraftLine.all(written), written.size() == ContractDraft.MOST);
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        drafts.review(caseNumber(task), answer.verdict(), StringUtils.defaultString(answer.comment()));
        task.setVariable(Variables.DRAFT_VERDICT, answer.verdict().name());
    }
}
