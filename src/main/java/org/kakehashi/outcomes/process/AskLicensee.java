package org.kakehashi.outcomes.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryLetters;
import org.kakehashi.outcomes.InquiryLetters.Occasion;
import org.springframework.stereotype.Component;

/** Asks the licensee back; its page says what is hard to believe. The days are counted anew. */
@Component
class AskLicensee implements JavaDelegate {

    private final Inquiries inquiries;
    private final InquiryLetters letters;
    private final InquiryTimers timers;

    AskLicensee(Inquiries inquiries, InquiryLetters letters, InquiryTimers timers) {
        this.inquiries = inquiries;
        this.letters = letters;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = InquiryDesk.number(execution);
        inquiries.ask(number, Inquiry.State.ASKED_BACK);
        letters.mail(number, Occasion.ASKED_BACK, 0, timers.answerBy(inquiries.of(number)));
    }
}
