package org.kakehashi.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.shared.LicenceKind;

/** The decision tables that stand between agreed terms and a contract. */
public interface Gates {

    /** Who may have to consent to a grant besides its parties. */
    enum Consenter {
        CO_OWNERS,
        FUNDER
    }

    /** @param yen to be paid; zero where the deed is free */
    record Duty(int yen, String source) {}

    /** A consent that a grant needs. */
    record Consent(Consenter consenter, GateRule rule) {}

    /** @param marketSharePercent of both parties together; none where it is not known, which counts as all */
    Finding judge(Restraint restraint, @Nullable BigDecimal marketSharePercent);

    /** Why a right cannot be given beside one that is live; none where both can stand. */
    Optional<GateRule> overlap(Grant live, Grant asked);

    /** Whose consent a grant needs. */
    List<Consent> consents(LicenceKind kind, boolean coOwned, boolean publiclyFunded);

    /**
     * The stamp duty on the contract's deed, in yen; none where the deed bears none.
     *
     * @param priceYen that the deed states; zero where it states none
     */
    Optional<Duty> stampDuty(LicenceKind kind, boolean patentGranted, BigDecimal priceYen);
}
