package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes answers to offers that do not come through the adviser's task, and lets the waiting case go on. */
@Component
public class OfferAnswers {

    private final TermSheets sheets;
    private final LicensingCases cases;
    private final RuntimeService processes;

    OfferAnswers(TermSheets sheets, LicensingCases cases, RuntimeService processes) {
        this.sheets = sheets;
        this.cases = cases;
        this.processes = processes;
    }

    /** @throws Refusal where the answer is wrong or late, or the case does not wait for it; nothing is changed then */
    @Transactional
    public void answer(String caseNumber, OfferAnswer answer, String by) {
        if (!cases.of(caseNumber).isOpen()) {
            throw Refusal.conflict("Case " + caseNumber + " has ended.");
        }
        sheets.answer(caseNumber, answer, by);
        String side = answer.side().lower();
        try {
            processes
                    .createMessageCorrelation(side + "-answered")
                    .processInstanceBusinessKey(caseNumber)
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw Refusal.conflict("Case " + caseNumber + " does not wait for an answer of the " + side
                    + " now: look in its case file whose move it is.");
        }
    }
}
