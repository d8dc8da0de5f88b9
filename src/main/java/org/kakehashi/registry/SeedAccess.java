package org.kakehashi.registry;

import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Which seeds a program deals with: its own, and of the others it reads those that are published. */
@Component
public class SeedAccess {

    private final Seeds seeds;
    private final OwnRecords own;
    private final CurrentUser user;

    SeedAccess(Seeds seeds, OwnRecords own, CurrentUser user) {
        this.seeds = seeds;
        this.own = own;
        this.user = user;
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

    /** @throws Refusal where who acts may not change the seed, or is neither registrar nor manager nor its program */
    public Seed toTakeOut(String number) {
        if (!mayTakeOut()) {
            throw Refusal.forbidden("Only registrars and managers renew a seed or take it out of the programme.");
        }
        return toChange(number);
    }

    public boolean mayTakeOut() {
        return user.belongsToOneOf(Roles.REGISTRARS, Roles.MANAGERS, Roles.INTEGRATORS, Roles.ADMINISTRATORS);
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
