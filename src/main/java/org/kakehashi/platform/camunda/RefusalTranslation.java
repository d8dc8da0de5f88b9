package org.kakehashi.platform.camunda;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.kakehashi.shared.Refusal;

/**
 * Unwraps a refusal from the layers the engine puts around a listener's exception, and says of a task that somebody else
 * has that it is refused, where the engine would call it a failure of its own.
 */
class RefusalTranslation extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException e) {
            throw new InputRejected(Refusal.conflict(e.getTaskAssignee()
                    + " has this task already: hand it over instead, or let it be given back first."));
        } catch (RuntimeException e) {
            Refusal refusal = ExceptionUtils.throwableOfType(e, Refusal.class);
            throw refusal == null ? e : new InputRejected(refusal);
        }
    }
}
