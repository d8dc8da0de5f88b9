package org.kakehashi.outcomes.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryLetters;
import org.kakehashi.outcomes.InquiryLetters.Occasion;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Variables;
import org.springframework.stereotype.Component;

/** Mails the questionnaire, unless an answer is there already or nobody has an address. */
@Component
class SendQuestionnaire implements JavaDelegate {

    private final Inquiries inquiries;
    private final InquiryLetters letters;
    private final InquiryDesk desk;
    private final InquiryTimers timers;

    SendQuestionnaire(Inquiries inquiries, InquiryLetters letters, InquiryDesk desk, InquiryTimers timers) {
        this.inquiries = inquiries;
        this.letters = letters;
        this.desk = desk;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = InquiryDesk.number(execution);
        Inquiry inquiry = inquiries.lock(number);
        execution.setVariable(Variables.ADVISER, desk.adviser(inquiry));
        if (inquiries.answer(number).isPresent()) {
            execution.setVariable(Variables.KNOWN, "ANSWER");
        } else if (desk.isReachable(inquiry)) {
            execution.setVariable(Variables.KNOWN, "ADDRESS");
            letters.mail(number, Occasion.QUESTIONNAIRE, 0, timers.answerBy(inquiry));
        } else {
            execution.setVariable(Variables.KNOWN, "NOBODY");
        }
    }
}
