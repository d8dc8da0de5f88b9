package org.kakehashi.negotiation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Course;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Elements;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Messages;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.kakehashi.shared.Side;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Speaks to the engine by business key: the number of the record or case. */
@Component
class EngineCourse implements Course {

    private final RuntimeService processes;
    private final AdviserHandOvers handOvers;

    EngineCourse(RuntimeService processes, AdviserHandOvers handOvers) {
        this.processes = processes;
        this.handOvers = handOvers;
    }

    @Override
    public void start(
            Transfer.Origin origin, @Nullable String seedNumber, @Nullable String needNumber, @Nullable String key) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.ORIGIN, origin.name());
        if (seedNumber != null) {
            variables.put(Variables.SEED_NUMBER, seedNumber);
        }
        if (needNumber != null) {
            variables.put(Variables.NEED_NUMBER, needNumber);
        }
        processes.startProcessInstanceByKey(TechnologyTransferProcess.KEY, key, variables);
    }

    @Override
    public boolean isOnItsWay(String recordNumber) {
        return !waitingForMatch(recordNumber).isEmpty();
    }

    @Override
    public List<String> recordsOnTheirWay() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(TechnologyTransferProcess.KEY)
                .variableValueNotEquals(Variables.ORIGIN, Transfer.Origin.INTRODUCTION.name())
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    @Override
    public boolean matchAccepted(String recordNumber, LicensingCase opened) {
        List<Execution> waiting = waitingForMatch(recordNumber);
        waiting.forEach(execution -> processes
                .createMessageCorrelation(Messages.MATCH_ACCEPTED)
                .processInstanceId(execution.getProcessInstanceId())
                .setVariablesToTriggeredScope(Map.of(
                        Variables.CASE_NUMBER, opened.number(),
                        Variables.SEED_NUMBER, opened.seedNumber(),
                        Variables.NEED_NUMBER, opened.needNumber()))
                .correlate());
        return !waiting.isEmpty();
    }

    private List<Execution> waitingForMatch(String recordNumber) {
        return waiting(TechnologyTransferProcess.KEY, recordNumber, Messages.MATCH_ACCEPTED);
    }

    @Override
    public boolean answered(String caseNumber, Occasion occasion, Side side) {
        String process =
                switch (occasion) {
                    case CONSENT -> IntroductionProcess.KEY;
                    case NDA -> ConfidentialityProcess.KEY;
                    case OFFER -> TermNegotiationProcess.KEY;
                    case SIGNATURE -> "contract-signing";
                };
        return tell(process, caseNumber, side.lower() + "-answered");
    }

    @Override
    public void handed(LicensingCase licensingCase, Side side, @Nullable String before, String now) {
        handOvers.handed(licensingCase, side, before, now);
    }

    @Override
    public void handed(String recordNumber, String before, String now) {
        handOvers.handed(recordNumber, before, now);
    }

    @Override
    public boolean partyWithdrew(String caseNumber) {
        return tell(LicensingCaseProcess.KEY, caseNumber, LicensingCaseProcess.Messages.PARTY_WITHDREW);
    }

    @Override
    public boolean patentLapsed(String caseNumber) {
        return tell(LicensingCaseProcess.KEY, caseNumber, LicensingCaseProcess.Messages.PATENT_LAPSED);
    }

    @Override
    public boolean candidatesChanged(String recordNumber) {
        return tell(TechnologyTransferProcess.KEY, recordNumber, Messages.CANDIDATES_CHANGED);
    }

    @Override
    public boolean recordClosed(String recordNumber) {
        return tell(TechnologyTransferProcess.KEY, recordNumber, Messages.RECORD_CLOSED)
                || Stream.of(Elements.ASSIGN_RECORD_ADVISER, Elements.NAME_RECORD_ADVISER)
                        .allMatch(element -> processes
                                        .createExecutionQuery()
                                        .processDefinitionKey(TechnologyTransferProcess.KEY)
                                        .processInstanceBusinessKey(recordNumber)
                                        .activityId(element)
                                        .count()
                                == 0);
    }

    private boolean tell(String process, String businessKey, String message) {
        List<Execution> waiting = waiting(process, businessKey, message);
        try {
            waiting.forEach(execution -> processes.messageEventReceived(message, execution.getId()));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case " + businessKey + " has moved at the same moment", e);
        }
        return !waiting.isEmpty();
    }

    private List<Execution> waiting(String process, String businessKey, String message) {
        return processes
                .createExecutionQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message)
                .list();
    }
}
