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
import org.kakehashi.documents.Document;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** A lawyer writes the contract from the agreed terms. */
@Component
class DraftContract extends ContractForm<DraftContract.Answer> {

    record Facts(
            @JsonUnwrapped CaseSheet sheet,
            List<Position> positions,
            List<DraftLine> drafts,
            int document,
            int documentVersion) {}

    /** @param document number of the written contract among the case's documents */
    record Answer(
            @NotNull(message = "must not be empty") Integer document,

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
        List<ContractDraft> written = drafts.of(caseNumber(task));
        Document document = drafts.atHand(caseNumber(task));
        return new Facts(
                sheet(task),
                positions(task),
                DraftLine.all(written),
                document.number(),
                document.latest().number());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        drafts.write(caseNumber(task), answer.document(), StringUtils.defaultString(answer.note()));
    }
}
