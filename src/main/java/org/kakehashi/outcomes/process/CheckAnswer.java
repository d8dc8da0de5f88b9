package org.kakehashi.outcomes.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.Inquiry.State;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Variables;
import org.springframework.stereotype.Component;

/** Asks whether the answer can be believed: the licensee is asked back once, then its adviser looks at it. */
@Component
class CheckAnswer implements JavaDelegate {

    private final Inquiries inquiries;
    private final InquiryDesk desk;

    CheckAnswer(Inquiries inquiries, InquiryDesk desk) {
        this.inquiries = inquiries;
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Inquiry inquiry = inquiries.lock(InquiryDesk.number(execution));
        Answer answer = inquiries.answer(inquiry.number()).orElseThrow();
        String believable = "YES";
        if (inquiries.doubts(inquiry, answer.figures()).isEmpty()) {
            inquiries.settle(inquiry.number(), State.ANSWERED, null);
        } else if (inquiry.state() == State.ASKED_BACK
                || !answer.explanation().isEmpty()
                || !desk.isReachable(inquiry)) {
            believable = "REVIEW";
            inquiries.move(inquiry.number(), State.REVIEW);
        } else {
            believable = "ASK_BACK";
        }
        execution.setVariable(Variables.BELIEVABLE, believable);
    }
}
