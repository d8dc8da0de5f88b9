package org.kakehashi.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
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
    private final Gates gates;
    private final Seeds seeds;
    private final Clock clock;

    GateWarnings(Contracts contracts, Gates gates, Seeds seeds, Clock clock) {
        this.contracts = contracts;
        this.gates = gates;
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
        List<Overlap> standing = contracts.overlapping(seed.number(), Grant.of(terms, LocalDate.now(clock)));
        if (!standing.isEmpty()) {
            warnings.add(LicenceOverlaps.sentence(standing));
        }
        gates.consents(kind, !seed.coOwners().isEmpty(), seed.publiclyFunded())
                .forEach(consent -> warnings.add(
                        consent.consenter() == Gates.Consenter.CO_OWNERS
                                ? consent.rule().sentence() + " Co-owners: " + String.join(", ", seed.coOwners()) + "."
                                : consent.rule().sentence()));
        if (kind.needsRegistration()) {
            warnings.add("%s takes effect only when it is registered at the patent office (Patent Act, article 98)."
                    .formatted(kind.english()));
        }
        boolean granted = StringUtils.isNotBlank(seed.content().patent().registrationNumber());
        gates.stampDuty(kind, granted, Price.of(terms).upfrontYen())
                .ifPresent(duty -> warnings.add("The deed carries stamp duty of JPY %,d at the offered price (%s)."
                        .formatted(duty.yen(), duty.source())));
        return warnings;
    }
}
