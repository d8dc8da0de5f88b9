package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of what each contract's money follows. */
@Component
@Transactional
public class Agreements {

    private static final Currency YEN = Currency.getInstance("JPY");

    private final AgreementTable agreements;
    private final RoyaltySettings settings;
    private final CurrentUser user;
    private final Clock clock;

    Agreements(AgreementTable agreements, RoyaltySettings settings, CurrentUser user, Clock clock) {
        this.agreements = agreements;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /** All versions, the first one first; none before the contract is confirmed. */
    @Transactional(readOnly = true)
    public List<Agreement> versions(String contractNumber) {
        return agreements.findByIdContractNumberOrderByIdVersion(contractNumber);
    }

    /** @throws Refusal where the contract is not confirmed yet */
    @Transactional(readOnly = true)
    public Agreement latest(String contractNumber) {
        return versions(contractNumber).stream()
                .max(Comparator.comparing(Agreement::version))
                .orElseThrow(() -> Refusal.conflict(
                        "Contract %s demands nothing yet: it has not been confirmed.".formatted(contractNumber)));
    }

    /** What held on that day. */
    Agreement on(String contractNumber, LocalDate day) {
        return versions(contractNumber).stream()
                .filter(version -> !version.inForceFrom().isAfter(day))
                .max(Comparator.comparing(Agreement::version))
                .orElseGet(() -> latest(contractNumber));
    }

    /** The first version, as the terms say at the signing. */
    Agreement first(Contract contract, Terms terms) {
        return agreements.save(new Agreement(
                new Agreement.Id(contract.number(), 1),
                contract.grant().beginsOn(),
                contract.grant().endsOn(),
                new Formula(
                        YEN,
                        orZero(terms.royaltyPercent()),
                        terms.royaltyTiers(),
                        BigDecimal.ZERO,
                        orZero(terms.minimumAnnualYen()),
                        settings.lateInterestPercent(),
                        AuditClause.costMovesAt(terms.audit(), settings.auditCostPercent()),
                        settings.rounding()),
                "Signed terms",
                user.name(),
                clock.instant()));
    }

    /** The version that follows on another. */
    Agreement next(
            Agreement before,
            String contractNumber,
            LocalDate inForceFrom,
            @Nullable LocalDate endsOn,
            Formula formula,
            String origin) {
        return agreements.save(new Agreement(
                new Agreement.Id(contractNumber, before.version() + 1),
                inForceFrom,
                endsOn,
                formula,
                origin,
                user.name(),
                clock.instant()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
