package org.kakehashi.royalties.process;

import org.springframework.stereotype.Component;

/** The hourly look for obligations that come near, for tests that cannot wait for it. */
@Component
public class NearObligations {

    private final ObligationWatch watch;

    NearObligations(ObligationWatch watch) {
        this.watch = watch;
    }

    public void look() {
        watch.look();
    }
}
