package org.kakehashi.platform.camunda;

import java.util.Optional;

/** Says who takes a task at the place of somebody who is away. */
public interface Deputies {

    /**
     * The model is about to give the task to that user.
     *
     * @param number of the record or case
     * @return who takes it instead; none where the user keeps it
     */
    Optional<String> takes(String task, String number, String user);
}
