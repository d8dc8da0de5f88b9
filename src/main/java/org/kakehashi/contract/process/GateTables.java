package org.kakehashi.contract.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Finding;
import org.kakehashi.contract.Gates;
import org.kakehashi.contract.Grant;
import org.kakehashi.contract.Restraint;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.platform.camunda.Decisions;
import org.kakehashi.shared.LicenceKind;
import org.springframework.stereotype.Component;

/** Asks the tables {@code antitrust}, {@code licence-overlap}, {@code required-consents} and {@code stamp-duty}. */
@Component
class GateTables implements Gates {

    private final Decisions decisions;

    GateTables(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Finding judge(Restraint restraint, @Nullable BigDecimal marketSharePercent) {
        Decisions.Rule rule = decisions.rule(
                "antitrust",
                Map.of(
                        "restraint",
                        restraint.name(),
                        "marketShare",
                        marketSharePercent == null ? 100.0 : marketSharePercent.doubleValue()));
        return new Finding(restraint, Finding.Level.valueOf(rule.text("level")), gateRule(rule));
    }

    @Override
    public Optional<GateRule> overlap(Grant live, Grant asked) {
        Grant.Meeting meeting = live.meeting(asked);
        Decisions.Rule rule = decisions.rule(
                "licence-overlap",
                Map.of(
                        "sameField", meeting.inField(),
                        "sameTerritory", meeting.inTerritory(),
                        "sameTime", meeting.inTime(),
                        "liveExclusive", live.kind().isExclusive(),
                        "askedExclusive", asked.kind().isExclusive()));
        return rule.holds("stands") ? Optional.empty() : Optional.of(gateRule(rule));
    }

    @Override
    public List<Consent> consents(LicenceKind kind, boolean coOwned, boolean publiclyFunded) {
        return decisions
                .rules(
                        "required-consents",
                        Map.of("licenceKind", kind.name(), "coOwned", coOwned, "publiclyFunded", publiclyFunded))
                .stream()
                .map(rule -> new Consent(Consenter.valueOf(rule.text("consenter")), gateRule(rule)))
                .toList();
    }

    @Override
    public Optional<Duty> stampDuty(LicenceKind kind, boolean patentGranted, BigDecimal priceYen) {
        return decisions
                .rules(
                        "stamp-duty",
                        Map.of(
                                "licenceKind", kind.name(),
                                "patentGranted", patentGranted,
                                "priceYen", priceYen.doubleValue()))
                .stream()
                .findFirst()
                .map(rule -> new Duty(rule.number("dutyYen"), rule.text("source")));
    }

    private static GateRule gateRule(Decisions.Rule rule) {
        return new GateRule(rule.text("reason"), rule.text("source"), rule.text("liftedBy"));
    }
}
