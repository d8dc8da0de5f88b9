package org.kakehashi.registry;

import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Which seeds a program deals with: its own, and of the others it reads those that are published. */
@Component
public class SeedAccess {

    private final Seeds seeds;
    private final OwnRecords own;

    SeedAccess(Seeds seeds, OwnRecords own) {
        this.seeds = seeds;
        this.own = own;
    }

    /** @throws Refusal where there is no such seed for who acts */
    public Seed toRead(String number) {
        Seed seed = seeds.numbered(number);
        if (!mayRead(seed)) {
            throw Seeds.unknown(number);
        }
        return seed;
    }

    /** @throws Refusal where there is no such seed for who acts, a program did not enter it, or another adviser has it in hand */
    public Seed toChange(String number) {
        Seed seed = toRead(number);
        if (!mayChange(seed)) {
            throw Refusal.forbidden("Seed " + number + " was entered by somebody else.");
        }
        own.requireInHand(number);
        return seed;
    }

    public boolean mayRead(Seed seed) {
        return seed.status() == Seed.Status.PUBLISHED || mayChange(seed);
    }

    public boolean mayChange(Seed seed) {
        return own.include(seed.enteredBy());
    }

    /** What who acts may read of it: a program that did not enter it, no more than the public. */
    public SeedContent content(Seed seed) {
        return mayChange(seed) ? seed.content() : seed.publicContent();
    }
}
