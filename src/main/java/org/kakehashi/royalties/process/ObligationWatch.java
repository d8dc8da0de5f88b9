package org.kakehashi.royalties.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.process.ObligationProcess.Variables;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins the process of each obligation that comes near; several nodes share the work. */
@Component
class ObligationWatch {

    private static final int BATCH = 200;

    private final Obligations obligations;
    private final ObligationTimers timers;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;

    ObligationWatch(
            Obligations obligations,
            ObligationTimers timers,
            RuntimeService processes,
            TransactionTemplate transactions) {
        this.obligations = obligations;
        this.timers = timers;
        this.processes = processes;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${kakehashi.royalties.watch:PT1H}", initialDelayString = "PT1M")
    void look() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> begin() == BATCH));
        }
    }

    private int begin() {
        List<Obligation> near = obligations.takeNear(timers.near(), BATCH);
        near.forEach(obligation -> processes.startProcessInstanceByKey(
                ObligationProcess.KEY,
                obligation.number(),
                Map.of(
                        Variables.OBLIGATION_NUMBER,
                        obligation.number(),
                        Variables.DEMAND,
                        obligation.kind().demand().name())));
        return near.size();
    }
}
