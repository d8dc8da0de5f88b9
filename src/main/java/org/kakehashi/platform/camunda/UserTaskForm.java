package org.kakehashi.platform.camunda;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * The two halves of a user task's form: what it shows when the task is created, and what becomes of its answer when the
 * task is completed. One bean per user task, named as the element without {@code Task_}; nothing in the model refers to
 * it. Facts and answer travel as one task-local JSON variable each, so that neither outlives the task.
 *
 * @param <A> a record; its components are the keys of the form's fields below {@code answer}
 */
public interface UserTaskForm<A> {

    /** Name of the task-local variable with what the form shows. */
    String FACTS = "facts";

    /** Name of the task-local variable that the form's fields write to. */
    String ANSWER = "answer";

    Class<A> answerType();

    /** What Tasklist shows in its list. */
    TaskCard card(DelegateTask task);

    /** What the form shows; serialised to JSON. Numbers and dates come as readable text. */
    Object facts(DelegateTask task);

    /** What the form's fields hold before the user types. */
    default Optional<A> draft(DelegateTask task) {
        return Optional.empty();
    }

    /**
     * A manager hands the task to somebody of its group.
     *
     * @throws org.kakehashi.shared.Refusal where this person may not decide it; the task stays where it is
     */
    default void handOver(DelegateTask task, String person) {}

    /**
     * Takes the answer: validates it, tells the module, sets the routing facts that the next gateway reads.
     *
     * @throws org.kakehashi.shared.Refusal where the entry is wrong; the task stays open and nothing is lost
     */
    void complete(DelegateTask task, A answer);
}
