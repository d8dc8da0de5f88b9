package org.kakehashi.royalties.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.royalties.Obligation;

/** A form that settles an obligation. */
abstract class ObligationForm<A> implements UserTaskForm<A> {

    private final ObligationDesk desk;

    ObligationForm(ObligationDesk desk) {
        this.desk = desk;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return desk.card(task);
    }

    @Override
    public Object facts(DelegateTask task) {
        return desk.sheet(task);
    }

    final Obligation obligation(DelegateTask task) {
        return desk.of(task);
    }
}
