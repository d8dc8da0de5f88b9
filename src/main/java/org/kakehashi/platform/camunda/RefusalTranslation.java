package org.kakehashi.platform.camunda;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.kakehashi.platform.security.Passwords;
import org.kakehashi.shared.Refusal;

/**
 * Unwraps a refusal from the layers the engine puts around a listener's exception, and says of a task that somebody else
 * has, and of a weak password, that it is refused, where the engine would call it a failure of its own.
 */
class RefusalTranslation extends CommandInterceptor {

    /** What the engine says of a new password that its policy does not allow. */
    private static final String WEAK_PASSWORD = "Password does not match policy";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException e) {
            throw new InputRejected(Refusal.conflict(e.getTaskAssignee()
                    + " has this task already: hand it over instead, or let it be given back first."));
        } catch (ProcessEngineException e) {
            throw WEAK_PASSWORD.equals(e.getMessage())
                    ? new InputRejected(Refusal.invalid("The password is too weak. " + Passwords.POLICY))
                    : translated(e);
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(RuntimeException e) {
        Refusal refusal = ExceptionUtils.throwableOfType(e, Refusal.class);
        return refusal == null ? e : new InputRejected(refusal);
    }
}
