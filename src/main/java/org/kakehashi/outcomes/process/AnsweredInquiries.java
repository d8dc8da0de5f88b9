package org.kakehashi.outcomes.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryYears;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Messages;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Variables;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lays an answer before the process that waits for it; a later correction in an open year is checked by a new one. */
@Component
class AnsweredInquiries {

    private final Inquiries inquiries;
    private final InquiryYears years;
    private final RuntimeService processes;

    AnsweredInquiries(Inquiries inquiries, InquiryYears years, RuntimeService processes) {
        this.inquiries = inquiries;
        this.years = years;
        this.processes = processes;
    }

    @ApplicationModuleListener
    void on(Inquiry.Answered answered) {
        String number = answered.number();
        Inquiry inquiry = inquiries.lock(number);
        Answer.Channel channel = inquiries.answer(number).orElseThrow().channel();
        if (channel == Answer.Channel.VISIT || channel == Answer.Channel.REVIEW) {
            return;
        }
        List<Execution> waiting = processes
                .createExecutionQuery()
                .processDefinitionKey(FollowUpInquiryProcess.KEY)
                .processInstanceBusinessKey(number)
                .messageEventSubscriptionName(Messages.ANSWER_GIVEN)
                .list();
        waiting.forEach(execution -> processes.messageEventReceived(Messages.ANSWER_GIVEN, execution.getId()));
        if (waiting.isEmpty() && years.isOpen(inquiry.fiscalYear()) && !runs(number)) {
            processes.startProcessInstanceByKey(
                    FollowUpInquiryProcess.KEY, number, Map.of(Variables.INQUIRY_NUMBER, number));
        }
    }

    private boolean runs(String number) {
        return processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(FollowUpInquiryProcess.KEY)
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }
}
