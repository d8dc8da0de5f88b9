package org.kakehashi.platform.camunda;

import jakarta.ws.rs.WebApplicationException;
import org.kakehashi.shared.Refusal;

/** A refusal on its way out of the engine: the engine's REST answers with 400 and the sentence, shown verbatim. */
public class InputRejected extends WebApplicationException {

    public InputRejected(Refusal refusal) {
        super(refusal.getMessage(), refusal, 400);
    }
}
