package org.kakehashi.matching;

import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Matches new and changed seeds and needs soon after they appear, also for the side that has been waiting. */
@Component
class Newcomers {

    private final Matching matching;

    Newcomers(Matching matching) {
        this.matching = matching;
    }

    @ApplicationModuleListener
    void published(Seed.Published seed) {
        matching.announce(seed.number());
    }

    @ApplicationModuleListener
    void changed(Seed.Changed seed) {
        matching.announce(seed.number());
        matching.lookAgain(seed.number());
    }

    @ApplicationModuleListener
    void opened(Need.Opened need) {
        matching.announce(need.number());
    }

    @ApplicationModuleListener
    void changed(Need.Changed need) {
        matching.announce(need.number());
        matching.lookAgain(need.number());
    }
}
