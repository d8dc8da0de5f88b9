package org.kakehashi.matching.process;

import static org.kakehashi.matching.process.MatchingProcess.Variables.CANDIDATES_FOUND;
import static org.kakehashi.matching.process.MatchingProcess.Variables.MATCH_ACCEPTED;
import static org.kakehashi.matching.process.MatchingProcess.Variables.RECORD_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.matching.Matching;
import org.springframework.stereotype.Component;

/** Looks for the record's counterparts and proposes them to its adviser. */
@Component
class FindCandidates implements JavaDelegate {

    private final Matching matching;

    FindCandidates(Matching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var proposals = matching.propose((String) execution.getVariable(RECORD_NUMBER));
        execution.setVariable(CANDIDATES_FOUND, !proposals.isEmpty());
        execution.setVariable(MATCH_ACCEPTED, false);
    }
}
