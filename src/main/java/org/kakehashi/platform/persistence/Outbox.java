package org.kakehashi.platform.persistence;

import java.time.Duration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the modules' news again to whoever could not take them: listeners may hear the same twice. */
@Component
class Outbox {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final IncompleteEventPublications publications;

    Outbox(IncompleteEventPublications publications) {
        this.publications = publications;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void tellAgain() {
        publications.resubmitIncompletePublicationsOlderThan(PATIENCE);
    }
}
