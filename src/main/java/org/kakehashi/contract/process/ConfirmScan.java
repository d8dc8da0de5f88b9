package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Pinned;
import org.kakehashi.signing.Signature;
import org.kakehashi.signing.Signatures;
import org.springframework.stereotype.Component;

/** Somebody who did not hand in the scan compares it with the text for signature. */
@Component
class ConfirmScan extends ContractForm<ConfirmScan.Answer> {

    record Facts(
            @JsonUnwrapped CaseSheet sheet,
            String side,
            String party,
            String signer,
            String recordedBy,
            int scan,
            int scanVersion,
            SigningSheet signing) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean confirmed,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String comment) {}

    private final LicensingCases cases;
    private final Signatures signatures;

    ConfirmScan(CaseDesk desk, Signatures signatures) {
        super(desk, Stage.SIGNING, Move.LEGAL);
        this.cases = desk.cases();
        this.signatures = signatures;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        String number = caseNumber(task);
        Side side = Sides.of(task);
        Signature signature = signatures
                .unconfirmed(number, side)
                .orElseThrow(() -> Refusal.conflict("No scan of the " + side.lower() + " waits any more."));
        Pinned scan = signature.scan();
        return new Facts(
                sheet(task),
                side.lower(),
                cases.of(number).party(side).described(),
                signature.signer(),
                signature.recordedBy(),
                scan == null ? 0 : scan.document(),
                scan == null ? 0 : scan.version(),
                SigningSheet.of(signatures, number));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (answer.confirmed()) {
            signatures.confirm(caseNumber(task), Sides.of(task));
        } else {
            signatures.reject(caseNumber(task), Sides.of(task), StringUtils.defaultString(answer.comment()));
        }
    }
}
