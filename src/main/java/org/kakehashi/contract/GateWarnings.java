package org.kakehashi.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.OfferWarnings;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.LicenceKind;
import org.springframework.stereotype.Component;

/** Tells while terms are drafted what overlap, co-owners, public funding and registration will ask for. */
@Component
class GateWarnings implements OfferWarnings {

    private final Contracts contracts;
    private final Seeds seeds;
    private final Clock clock;

    GateWarnings(Contracts contracts, Seeds seeds, Clock clock) {
        this.contracts = contracts;
        this.seeds = seeds;
        this.clock = clock;
    }

    @Override
    public List<String> on(LicensingCase licensingCase, Terms terms) {
        LicenceKind kind = terms.licenceKind();
        if (kind == null) {
            return List.of();
        }
        Seed seed = seeds.numbered(licensingCase.seedNumber());
        List<String> warnings = new ArrayList<>();
        List<Contract> standing = contracts.overlapping(seed.number(), Grant.of(terms, LocalDate.now(clock)));
        if (!standing.isEmpty()) {
            warnings.add(LicenceOverlaps.sentence(standing)
                    + " Narrow field, territory or term, or make it non-exclusive: nobody can lift this.");
        }
        if (!seed.coOwners().isEmpty()) {
            warnings.add(
                    "Each co-owner must consent (Patent Act, article 73): " + String.join(", ", seed.coOwners()) + ".");
        }
        if (seed.publiclyFunded() && kind.needsRegistration()) {
            warnings.add("The invention is publicly funded: its funder must approve this kind of right"
                    + " (Industrial Technology Enhancement Act, article 17).");
        }
        if (kind.needsRegistration()) {
            warnings.add("%s takes effect only when it is registered at the patent office (Patent Act, article 98)."
                    .formatted(kind.english()));
        }
        if (kind == LicenceKind.ASSIGNMENT) {
            Price price = Price.of(terms);
            warnings.add("The deed carries stamp duty (Stamp Tax Act, table 1 no. 1): JPY %,d at the offered price."
                    .formatted(StampDuty.on(price.upfrontYen())));
        }
        return warnings;
    }
}
