package org.kakehashi.matching.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Band;
import org.kakehashi.matching.Candidate;
import org.kakehashi.matching.CompanySearch;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matches;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Shortlist;
import org.kakehashi.needs.NeedAccess;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Candidates of a record, matches, and the decision on one, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Matches", description = "Which seed may answer which need, why, and what was decided")
class MatchController {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "foundAt", "number");

    private final Matching matching;
    private final Matches matches;
    private final CompanySearch companies;
    private final NeedAccess needs;
    private final OwnRecords own;
    private final CurrentUser user;

    MatchController(
            Matching matching,
            Matches matches,
            CompanySearch companies,
            NeedAccess needs,
            OwnRecords own,
            CurrentUser user) {
        this.matching = matching;
        this.matches = matches;
        this.companies = companies;
        this.needs = needs;
        this.own = own;
        this.user = user;
    }

    @Operation(summary = "Seeds that may answer a need, searched now and not saved")
    @GetMapping("/needs/{number:N-.*}/candidates")
    Candidates seedsFor(@PathVariable String number, @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit) {
        return Candidates.of(matching.shortlistFor(needs.of(number).number(), limit));
    }

    @Operation(summary = "Needs that a seed may answer, searched now and not saved")
    @GetMapping("/seeds/{number:S-.*}/candidates")
    Candidates needsFor(@PathVariable String number, @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit) {
        leaveToPeople();
        return Candidates.of(matching.shortlistFor(number, limit));
    }

    @Operation(summary = "Companies worth asking about a seed, also where none of them waits for it; searched now")
    @GetMapping("/seeds/{number:S-.*}/companies")
    List<CompanySearch.Company> companiesFor(
            @PathVariable String number, @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit) {
        leaveToPeople();
        return companies.companiesFor(number, limit);
    }

    @Operation(summary = "Matches, newest first, by record (a seed's or need's number), status or band")
    @GetMapping("/matches")
    Page<MatchView> list(
            @RequestParam(required = false) @Nullable String record,
            @RequestParam(required = false) Match.@Nullable Status status,
            @RequestParam(required = false) @Nullable Band band,
            @ParameterObject @Valid Paging paging) {
        leaveToPeople();
        return Page.of(matches.search(record, status, band, paging.by(NEWEST_FIRST)), MatchView::of);
    }

    @Operation(summary = "One match")
    @GetMapping("/matches/{number}")
    MatchView read(@PathVariable String number) {
        leaveToPeople();
        return MatchView.of(matching.match(number));
    }

    @Operation(summary = "Accept a match, or decline it with a reason")
    @PostMapping("/matches/{number}/decision")
    MatchView decide(@PathVariable String number, @RequestBody @Valid Decision decision) {
        leaveToPeople();
        Match match = matching.match(number);
        own.requireInHand(match.seedNumber(), match.needNumber());
        if (decision.decision() == Choice.ACCEPT) {
            return MatchView.of(matching.accept(number, user.name()));
        }
        if (decision.reason() == null) {
            throw Refusal.invalid("Give the reason for declining " + number + ".");
        }
        return MatchView.of(matching.decline(number, decision.reason(), decision.text(), user.name()));
    }

    /** Programs must not learn by a match what others look for. */
    private void leaveToPeople() {
        if (own.narrowedTo().isPresent()) {
            throw Refusal.forbidden(
                    "Matches are seen and decided by the programme's people: see to the cases they lead to.");
        }
    }

    enum Choice {
        ACCEPT,
        DECLINE
    }

    record Decision(
            @NotNull Choice decision,
            @Nullable DeclineReason reason,
            @Nullable @Size(max = 2000) String text) {}

    record Candidates(List<Candidate> items, @Nullable String remark) {

        static Candidates of(Shortlist shortlist) {
            return new Candidates(shortlist.candidates(), shortlist.remark());
        }
    }

    record MatchView(
            String number,
            String seedNumber,
            String needNumber,
            Band band,
            List<String> reasons,
            Match.Status status,
            Side foundFrom,
            Instant foundAt,
            @Nullable DeclineReason declineReason,
            @Nullable String declineText,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static MatchView of(Match match) {
            return new MatchView(
                    match.number(),
                    match.seedNumber(),
                    match.needNumber(),
                    match.band(),
                    match.reasons(),
                    match.status(),
                    match.foundFrom(),
                    match.foundAt(),
                    match.declineReason(),
                    match.declineText(),
                    match.decidedBy(),
                    match.decidedAt());
        }
    }
}
