package org.kakehashi.negotiation;

import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes answers to offers that do not come through the adviser's task, and lets the waiting case go on. */
@Component
@Transactional
public class OfferAnswers {

    private final TermSheets sheets;
    private final LicensingCases cases;
    private final Course course;

    OfferAnswers(TermSheets sheets, LicensingCases cases, Course course) {
        this.sheets = sheets;
        this.cases = cases;
        this.course = course;
    }

    /** @throws Refusal where the answer is wrong or late, or the case does not wait for it; nothing is changed then */
    public void answer(String caseNumber, OfferAnswer answer, String by) {
        if (!cases.of(caseNumber).isOpen()) {
            throw Refusal.conflict("Case " + caseNumber + " has ended.");
        }
        sheets.answer(caseNumber, answer, by);
        if (!course.answered(caseNumber, Occasion.OFFER, answer.side())) {
            throw Refusal.conflict("Case %s does not wait for the %s's answer on the offer: see whose move it is."
                    .formatted(caseNumber, answer.side().lower()));
        }
    }
}
