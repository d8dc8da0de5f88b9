package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;

/** A form of a licensing case: as its task comes up, the case stands in the form's stage and waits for its mover. */
abstract class CaseForm<A> implements UserTaskForm<A> {

    private final CaseFacts facts;
    private final LicensingCases cases;

    CaseForm(CaseFacts facts, LicensingCases cases) {
        this.facts = facts;
        this.cases = cases;
    }

    abstract Stage stage();

    abstract Move moveOf(DelegateTask task);

    @Override
    public TaskCard card(DelegateTask task) {
        String number = caseNumber(task);
        String standing = cases.waitsFor(number, stage(), moveOf(task));
        return new TaskCard(number, cases.of(number).parties(), standing);
    }

    /** The common facts; a form with more of them puts its own record around them. */
    @Override
    public Object facts(DelegateTask task) {
        return sheet(task);
    }

    final CaseSheet sheet(DelegateTask task) {
        return facts.of(caseNumber(task));
    }

    static String caseNumber(DelegateTask task) {
        return (String) task.getVariable("caseNumber");
    }
}
