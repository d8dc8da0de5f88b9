package org.kakehashi.outcomes.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryLetters;
import org.kakehashi.outcomes.InquiryLetters.Occasion;
import org.springframework.stereotype.Component;

/** Mails a licensee that has not answered a new link. */
@Component
class RemindLicensee implements JavaDelegate {

    private final Inquiries inquiries;
    private final InquiryLetters letters;
    private final InquiryTimers timers;

    RemindLicensee(Inquiries inquiries, InquiryLetters letters, InquiryTimers timers) {
        this.inquiries = inquiries;
        this.letters = letters;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Inquiry inquiry = inquiries.of(InquiryDesk.number(execution));
        letters.mail(inquiry.number(), Occasion.REMINDER, timers.reached(inquiry), timers.answerBy(inquiry));
    }
}
