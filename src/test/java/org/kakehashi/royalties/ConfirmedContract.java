package org.kakehashi.royalties;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Contracts for tests that count, and whose obligations are planned: two years, 5 %, JPY 100,000 a year at least. */
@Component
public class ConfirmedContract {

    private final AgreedCases agreedCases;
    private final Contracts contracts;
    private final Obligations obligations;

    ConfirmedContract(AgreedCases agreedCases, Contracts contracts, Obligations obligations) {
        this.agreedCases = agreedCases;
        this.contracts = contracts;
        this.obligations = obligations;
    }

    public String create() {
        return create(terms("First product sold by 2031-04-01; prototype shown"));
    }

    String create(Terms terms) {
        String number = signed(terms);
        as("adviser-hyogo", () -> contracts.report(number, "Concluded."));
        as("manager-1", () -> contracts.confirm(number));
        await().until(() -> !obligations.ofContract(number).isEmpty());
        return number;
    }

    /** The number of the contract's first open obligation of the kind. */
    public String first(String contract, Obligation.Kind kind) {
        return obligations.ofContract(contract).stream()
                .filter(obligation -> obligation.kind() == kind && obligation.isOpen())
                .findFirst()
                .orElseThrow()
                .number();
    }

    static Terms terms(String milestones) {
        return new Terms(
                LicenceKind.NON_EXCLUSIVE,
                "Pumps",
                "Japan",
                Set.of(Act.MAKE, Act.SELL),
                2,
                Sublicensing.NOT_ALLOWED,
                new BigDecimal("3000000"),
                new BigDecimal("5"),
                List.of(new RoyaltyTier(new BigDecimal("10000000"), new BigDecimal("2"))),
                new BigDecimal("100000"),
                milestones,
                "",
                "",
                "",
                "",
                "",
                "60 days' notice",
                "Japan");
    }

    private String signed(Terms terms) {
        try {
            return agreedCases.signed(agreedCases.seed(), terms).number();
        } catch (LicenceOverlaps e) {
            throw new IllegalStateException(e);
        }
    }

    private static void as(String user, Runnable deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        try {
            deed.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
