package org.kakehashi.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kakehashi.advisers.Caseload;
import org.kakehashi.advisers.Ties;
import org.kakehashi.needs.Needs;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Side;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The advisers' work: sides of open cases, and records whose transfer runs. */
@Component
@Transactional
class OpenWork implements Caseload {

    private final CaseTable table;
    private final LicensingCases cases;
    private final Seeds seeds;
    private final Needs needs;
    private final TransferTable transfers;
    private final Advising advising;
    private final Reassignments reassignments;
    private final Ties ties;
    private final JdbcClient jdbc;

    OpenWork(
            CaseTable table,
            LicensingCases cases,
            Seeds seeds,
            Needs needs,
            TransferTable transfers,
            @Lazy Advising advising,
            @Lazy Reassignments reassignments,
            Ties ties,
            JdbcClient jdbc) {
        this.table = table;
        this.cases = cases;
        this.seeds = seeds;
        this.needs = needs;
        this.transfers = transfers;
        this.advising = advising;
        this.reassignments = reassignments;
        this.ties = ties;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> of(String adviser) {
        List<Place> places = new ArrayList<>();
        for (LicensingCase licensingCase : table.openOf(adviser)) {
            Stream.of(Side.values())
                    .filter(side -> adviser.equals(licensingCase.party(side).adviser()))
                    .forEach(side -> places.add(new Place(
                            licensingCase.number(), side, licensingCase.parties() + ": " + licensingCase.seedTitle())));
        }
        for (String record : advising.recordsOf(adviser)) {
            places.add(
                    record.startsWith("S")
                            ? new Place(
                                    record,
                                    Side.LICENSOR,
                                    seeds.numbered(record).title())
                            : new Place(
                                    record,
                                    Side.LICENSEE,
                                    needs.numbered(record).title()));
        }
        return places;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> successor(Place place, Set<String> excluded) {
        return advising.successor(place.number(), place.side(), excluded);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> hindrance(Place place, String other) {
        Set<UUID> tied = ties.organisationsOf(other);
        if (isRecord(place)) {
            return tied.contains(organisation(place.number()))
                    ? Optional.of(other + " has declared a tie to the organisation of " + place.number() + ".")
                    : Optional.empty();
        }
        return CaseTeam.isFree(cases.of(place.number()), place.side(), other, tied)
                ? Optional.empty()
                : Optional.of(
                        "%s stands by the other side of %s, or has declared a tie to a party: choose somebody else."
                                .formatted(other, place.number()));
    }

    @Override
    public void move(Place place, String other) {
        if (isRecord(place)) {
            advising.handRecord(place.number(), place.side(), other);
        } else if (cases.of(place.number()).isOpen()) {
            reassignments.reassign(new Reassignments.Place(place.number(), place.side()), other, "");
        }
    }

    @Override
    public void left(String adviser) {
        jdbc.sql("DELETE FROM case_member WHERE user_id = ?").param(adviser).update();
        transfers.forget(adviser);
    }

    private static boolean isRecord(Place place) {
        return !place.number().startsWith("L");
    }

    private UUID organisation(String record) {
        return record.startsWith("S")
                ? seeds.numbered(record).organisationId()
                : needs.numbered(record).organisationId();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> hindrances(String adviser, String other) {
        Set<UUID> tied = ties.organisationsOf(other);
        List<String> sentences = new ArrayList<>();
        for (LicensingCase licensingCase : table.openOf(adviser)) {
            for (Side side : Side.values()) {
                if (adviser.equals(licensingCase.party(side).adviser())) {
                    if (other.equals(licensingCase.party(side.other()).adviser())) {
                        sentences.add("%s stands by the other side of %s: name another deputy."
                                .formatted(other, licensingCase.number()));
                    } else if (!CaseTeam.isFree(licensingCase, side, other, tied)) {
                        sentences.add("%s has declared a tie to a party of %s: name another deputy."
                                .formatted(other, licensingCase.number()));
                    }
                }
            }
        }
        return sentences.stream().distinct().toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayStandIn(String number, String adviser, String other) {
        Set<UUID> tied = ties.organisationsOf(other);
        return switch (number.charAt(0)) {
            case 'L' -> {
                LicensingCase licensingCase = cases.of(number);
                yield Stream.of(Side.values())
                        .filter(side -> adviser.equals(licensingCase.party(side).adviser()))
                        .allMatch(side -> CaseTeam.isFree(licensingCase, side, other, tied));
            }
            case 'S' -> !tied.contains(seeds.numbered(number).organisationId());
            case 'N' -> !tied.contains(needs.numbered(number).organisationId());
            default -> true;
        };
    }
}
