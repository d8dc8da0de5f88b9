package org.kakehashi.outcomes.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.outcomes.InquiryYears;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Messages;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends what still waits in a year that was closed, batch by batch. */
@Component
class ClosedYears {

    private static final int BATCH = 100;

    private final InquiryYears years;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;

    ClosedYears(InquiryYears years, RuntimeService processes, TransactionTemplate transactions) {
        this.years = years;
        this.processes = processes;
        this.transactions = transactions;
    }

    @Async
    @TransactionalEventListener
    void on(InquiryYears.Closed closed) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(
                    transactions.execute(status -> !end(closed.fiscalYear()).isEmpty()));
        }
    }

    private List<String> end(int fiscalYear) {
        List<String> givenUp = years.giveUp(fiscalYear, BATCH);
        givenUp.forEach(number -> processes
                .createExecutionQuery()
                .processDefinitionKey(FollowUpInquiryProcess.KEY)
                .processInstanceBusinessKey(number)
                .messageEventSubscriptionName(Messages.YEAR_CLOSED)
                .list()
                .forEach(waiting -> processes.messageEventReceived(Messages.YEAR_CLOSED, waiting.getId())));
        return givenUp;
    }
}
