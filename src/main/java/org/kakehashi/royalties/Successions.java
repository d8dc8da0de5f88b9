package org.kakehashi.royalties;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractParty;
import org.kakehashi.directory.Organisations;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has taken a party's place since the signing. The contract itself keeps who signed, and so do the statistics. */
@Component
@Transactional
public class Successions {

    /** A party as it was when it took the place. */
    public record Succession(Side side, LocalDate since, ContractParty party) {}

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final PartyLinks links;
    private final Clock clock;

    Successions(JdbcClient jdbc, Organisations organisations, PartyLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.links = links;
        this.clock = clock;
    }

    /** In the order in which they were agreed. */
    @Transactional(readOnly = true)
    public List<Succession> of(String contractNumber) {
        return jdbc.sql("SELECT side, since, organisation, name, type, prefecture FROM succession"
                        + " WHERE contract_number = ? ORDER BY recorded_at")
                .param(contractNumber)
                .query((row, index) -> new Succession(
                        Side.valueOf(row.getString("side")),
                        row.getObject("since", LocalDate.class),
                        new ContractParty(
                                row.getObject("organisation", UUID.class),
                                row.getString("name"),
                                OrganisationType.valueOf(row.getString("type")),
                                prefecture(row.getString("prefecture")))))
                .list();
    }

    /** Who is bound today. */
    @Transactional(readOnly = true)
    public ContractParty present(Contract contract, Side side) {
        return of(contract.number()).stream()
                .filter(succession -> succession.side() == side)
                .map(Succession::party)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> contract.party(side));
    }

    /** @throws Refusal where the organisation cannot take the place */
    void check(Contract contract, Proposal proposal) {
        UUID successor = Objects.requireNonNull(proposal.successorOrganisation());
        Side side = Objects.requireNonNull(proposal.side());
        for (Side each : Side.values()) {
            if (present(contract, each).organisation().equals(successor)) {
                throw Refusal.invalid(
                        each == side
                                ? "%s is the %s already: choose who takes its place."
                                        .formatted(proposal.successor(), side.lower())
                                : "%s is the other party, the %s: nobody makes a contract with itself."
                                        .formatted(proposal.successor(), each.lower()));
            }
        }
        LocalDate since = Objects.requireNonNull(proposal.effectiveOn());
        if (since.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid(
                    "It holds from %s, which is still to come: propose the assignment on that day.".formatted(since));
        }
    }

    /** The successor is bound from now on; the links of whoever was bound before lead nowhere. */
    void take(Contract contract, UUID change, Proposal proposal) {
        check(contract, proposal);
        Side side = Objects.requireNonNull(proposal.side());
        ContractParty party =
                ContractParty.of(organisations.owning(Objects.requireNonNull(proposal.successorOrganisation())));
        jdbc.sql(
                        "INSERT INTO succession (change_id, contract_number, side, since, organisation, name, type, prefecture,"
                                + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        change,
                        contract.number(),
                        side.name(),
                        proposal.effectiveOn(),
                        party.organisation(),
                        party.name(),
                        party.type().name(),
                        party.prefecture() == null ? null : party.prefecture().name(),
                        Timestamp.from(clock.instant()))
                .update();
        links.handOver(contract.caseNumber(), side, party.organisation());
    }

    private static @Nullable Prefecture prefecture(@Nullable String name) {
        return name == null ? null : Prefecture.valueOf(name);
    }
}
