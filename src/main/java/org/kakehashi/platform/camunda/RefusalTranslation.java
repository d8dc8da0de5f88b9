package org.kakehashi.platform.camunda;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.kakehashi.shared.Refusal;

/** Unwraps a refusal from the layers the engine puts around a listener's exception. */
class RefusalTranslation extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = ExceptionUtils.throwableOfType(e, Refusal.class);
            throw refusal == null ? e : new InputRejected(refusal);
        }
    }
}
