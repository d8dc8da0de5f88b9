package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Drafts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Signature;
import org.kakehashi.signing.Signatures;
import org.springframework.stereotype.Component;

/** A side's adviser records whether its company has signed the contract. */
@Component
class RecordSignature extends ContractForm<RecordSignature.Answer> {

    record Facts(
            @JsonUnwrapped CaseSheet sheet,
            List<Position> positions,
            List<DraftLine> drafts,
            String side,
            String party,
            SigningSheet signing) {}

    /**
     * @param signatory who signed for the company
     * @param scan number of the signed scan among the case's documents; somebody else confirms it
     */
    record Answer(
            @NotNull(message = "must be yes or no") Boolean signed,

            @Nullable @Size(max = 200, message = "must not be longer than 200 characters")
            String signatory,

            @Nullable Integer scan,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    private final LicensingCases cases;
    private final PartyAnswers answers;
    private final Drafts drafts;
    private final Signatures signatures;

    RecordSignature(CaseDesk desk, PartyAnswers answers, Drafts drafts, Signatures signatures) {
        super(desk, Stage.SIGNING, Move.BOTH);
        this.cases = desk.cases();
        this.answers = answers;
        this.drafts = drafts;
        this.signatures = signatures;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        drafts.askToSign(caseNumber(task), Sides.of(task));
        return super.card(task);
    }

    @Override
    Move mover(DelegateTask task) {
        Side side = Sides.of(task);
        boolean alone = answers.find(caseNumber(task), Occasion.SIGNATURE, 1, side.other())
                .isPresent();
        return alone ? Move.of(side) : super.mover(task);
    }

    @Override
    public Facts facts(DelegateTask task) {
        Side side = Sides.of(task);
        return new Facts(
                sheet(task),
                positions(task),
                DraftLine.all(drafts.of(caseNumber(task))),
                side.lower(),
                cases.of(caseNumber(task)).party(side).described(),
                SigningSheet.of(signatures, caseNumber(task)));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (answer.signed() && StringUtils.isBlank(answer.signatory())) {
            throw Refusal.invalid("Say who signed for the company.");
        }
        if (answer.signed() && answer.scan() != null) {
            signatures.handIn(
                    caseNumber(task), Sides.of(task), StringUtils.defaultString(answer.signatory()), answer.scan());
            return;
        }
        answers.record(new PartyAnswer.Given(
                caseNumber(task),
                Occasion.SIGNATURE,
                1,
                Sides.of(task),
                answer.signed(),
                answer.signed() ? null : OutcomeCode.WITHDRAWN,
                answer.signed()
                        ? Signature.SIGNED_BY + StringUtils.strip(answer.signatory()) + "."
                        : StringUtils.defaultString(answer.reason()).strip()));
    }
}
