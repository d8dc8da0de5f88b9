package org.kakehashi.contract.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;

/** A form on the way from agreed terms to a contract; as its task comes up, the case waits for the form's mover. */
abstract class ContractForm<A> implements UserTaskForm<A> {

    /** What the terms say on one clause. */
    record Position(String clause, String words) {}

    private final CaseDesk desk;
    private final Stage stage;
    private final Move mover;

    ContractForm(CaseDesk desk, Stage stage, Move mover) {
        this.desk = desk;
        this.stage = stage;
        this.mover = mover;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        String number = caseNumber(task);
        String standing = desk.cases().waitsFor(number, stage, mover(task));
        return new TaskCard(number, desk.cases().of(number).parties(), standing);
    }

    /** Whose move it is while the task is open. */
    Move mover(DelegateTask task) {
        return mover;
    }

    final CaseSheet sheet(DelegateTask task) {
        return desk.facts().of(caseNumber(task));
    }

    /** What was agreed, clause by clause, where the terms speak. */
    final List<Position> positions(DelegateTask task) {
        Terms terms = desk.termSheets().agreed(caseNumber(task));
        return Arrays.stream(Clause.values())
                .map(clause -> new Position(clause.english(), clause.position(terms)))
                .filter(position -> !position.words().isEmpty())
                .toList();
    }

    static String caseNumber(DelegateTask task) {
        return (String) task.getVariable(LegalClearanceProcess.Variables.CASE_NUMBER);
    }
}
