package org.kakehashi.royalties;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts for tests that count, and whose obligations are planned: two years, 5 %, JPY 100,000 a year at least. */
@Component
public class ConfirmedContract {

    private final AgreedCases agreedCases;
    private final Contracts contracts;
    private final Obligations obligations;
    private final JdbcClient jdbc;

    ConfirmedContract(AgreedCases agreedCases, Contracts contracts, Obligations obligations, JdbcClient jdbc) {
        this.agreedCases = agreedCases;
        this.contracts = contracts;
        this.obligations = obligations;
        this.jdbc = jdbc;
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

    /** Gives the side's organisation a contact with an address of its own. @return the address */
    @Transactional
    public String contact(String contract, Side side, String language) {
        return contact(contracts.of(contract).party(side).organisation(), language);
    }

    @Transactional
    public String contact(UUID organisation, String language) {
        String address = "contact-" + UUID.randomUUID() + "@example.org";
        jdbc.sql("UPDATE organisation SET contact_name = ?, contact_email = ?, contact_language = ? WHERE id = ?")
                .params(language.equals("ja") ? "西沢 理恵" : "Mary Example", address, language, organisation)
                .update();
        return address;
    }

    /** The words of the letters to an address that have not left yet, the earliest first. */
    public List<String> letters(String address) {
        return jdbc.sql("SELECT subject || chr(10) || text FROM mail WHERE recipient = ? ORDER BY written_at")
                .param(address)
                .query(String.class)
                .list();
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
