package org.kakehashi.outcomes.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.outcomes.InquiryYears;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Variables;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the inquiries that are due, batch by batch; several nodes share the work, and what is open is not opened again. */
@Component
class InquiryWatch {

    private static final int BATCH = 100;

    private final InquiryYears years;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;

    InquiryWatch(InquiryYears years, RuntimeService processes, TransactionTemplate transactions) {
        this.years = years;
        this.processes = processes;
        this.transactions = transactions;
    }

    @Scheduled(
            fixedDelayString = "${kakehashi.outcomes.inquiry.watch:PT1H}",
            initialDelayString = "${kakehashi.outcomes.inquiry.first-look:PT2M}")
    void look() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> open()));
        }
    }

    private boolean open() {
        List<String> opened = years.openDue(BATCH);
        opened.forEach(number -> processes.startProcessInstanceByKey(
                FollowUpInquiryProcess.KEY, number, Map.of(Variables.INQUIRY_NUMBER, number)));
        return !opened.isEmpty();
    }
}
