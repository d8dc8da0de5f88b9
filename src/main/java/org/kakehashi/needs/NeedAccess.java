package org.kakehashi.needs;

import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Which needs a program deals with: its own. */
@Component
public class NeedAccess {

    private final Needs needs;
    private final OwnRecords own;

    NeedAccess(Needs needs, OwnRecords own) {
        this.needs = needs;
        this.own = own;
    }

    /** @throws Refusal where there is no such need for who acts */
    public Need of(String number) {
        Need need = needs.numbered(number);
        if (!includes(need)) {
            throw Needs.unknown(number);
        }
        return need;
    }

    /** @throws Refusal where there is no such need for who acts, or another adviser has it in hand */
    public Need toChange(String number) {
        Need need = of(number);
        own.requireInHand(number);
        return need;
    }

    public boolean includes(Need need) {
        return own.include(need.enteredBy());
    }
}
