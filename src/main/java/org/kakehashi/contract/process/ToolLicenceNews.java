package org.kakehashi.contract.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the process of a request in the transaction that takes it. */
@Component
class ToolLicenceNews {

    private final RuntimeService processes;

    ToolLicenceNews(RuntimeService processes) {
        this.processes = processes;
    }

    @EventListener
    void begin(ToolLicence.Requested news) {
        processes.startProcessInstanceByKey(
                ResearchToolLicenceProcess.KEY, news.number(), Map.of(Variables.LICENCE_NUMBER, news.number()));
    }
}
