package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.CaseClock;
import org.kakehashi.negotiation.CaseList;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.OfferAnswers;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.negotiation.process.CasePosition;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases", description = "Licensing cases: where they stand, and what the sides tell them")
class CaseController {

    private final LicensingCases cases;
    private final CaseList list;
    private final CaseAccess access;
    private final OwnRecords own;
    private final CasePosition position;
    private final CaseClock caseClock;
    private final Journal journal;
    private final Transfers transfers;
    private final Negotiations negotiations;
    private final PartyAnswers answers;
    private final OfferAnswers offers;
    private final Idempotency idempotency;
    private final CurrentUser user;

    CaseController(
            LicensingCases cases,
            CaseList list,
            CaseAccess access,
            OwnRecords own,
            CasePosition position,
            CaseClock caseClock,
            Journal journal,
            Transfers transfers,
            Negotiations negotiations,
            PartyAnswers answers,
            OfferAnswers offers,
            Idempotency idempotency,
            CurrentUser user) {
        this.cases = cases;
        this.list = list;
        this.access = access;
        this.own = own;
        this.position = position;
        this.caseClock = caseClock;
        this.journal = journal;
        this.transfers = transfers;
        this.negotiations = negotiations;
        this.answers = answers;
        this.offers = offers;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping
    @Operation(
            summary = "List cases",
            description = "Of open cases those whose move has waited longest come first, of ended ones the latest."
                    + " A program finds those whose seed or need it entered.")
    Page<CaseResponse> list(
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable Move moveOf,
            @Parameter(description = "The user who advises a side") @RequestParam(required = false) @Nullable
                    String adviser,
            @Parameter(description = "Of one of the parties") @RequestParam(required = false) @Nullable
                    Prefecture prefecture,
            @Parameter(description = "The ended cases instead of the open ones") @RequestParam(defaultValue = "false")
                    boolean ended,
            @Parameter(description = "In the number, the titles or the parties' names")
                    @RequestParam(required = false)
                    @Nullable
                    String text,
            @ParameterObject @Valid Paging paging) {
        Optional<String> program = own.narrowedTo();
        if (program.isEmpty()) {
            access.enter();
        }
        return Page.of(
                list.find(
                        new CaseList.Wish(stage, moveOf, adviser, null, ended, text, prefecture, program.orElse(null)),
                        paging),
                CaseResponse::of);
    }

    @GetMapping("/{number}/clock")
    @Operation(
            summary = "Whose time a case has taken",
            description = "The stretches in which the case stood at one mover, oldest first; the last may still run.")
    List<CaseClock.Stretch> clock(@PathVariable String number) {
        if (!access.into(cases.of(number)).covers(Insight.COURSE)) {
            throw Refusal.forbidden("The course of " + number + " is open to those who work on it.");
        }
        return caseClock.of(cases.of(number).number());
    }

    @GetMapping("/{number}")
    @Transactional(readOnly = true)
    @Operation(summary = "Read a case", description = "Its course is open to those who work on it and who oversee it.")
    CaseFileResponse read(@PathVariable String number) {
        LicensingCase licensingCase = cases.of(number);
        boolean open = access.into(licensingCase).covers(Insight.COURSE);
        return new CaseFileResponse(
                CaseResponse.of(licensingCase),
                open ? licensingCase.summary() : "",
                open ? position.tasks(number) : List.of(),
                open ? journal.of(number) : List.of(),
                open ? answers.of(number).stream().map(AnswerResponse::of).toList() : List.of());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open a case for parties who met elsewhere",
            description = "One seed and one need make one case, however often and from wherever it is asked for.")
    ResponseEntity<CaseResponse> introduce(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody IntroductionRequest wanted) {
        CaseResponse opened = idempotency.once(key, wanted, CaseResponse.class, () -> open(wanted));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.number()))
                .body(opened);
    }

    private CaseResponse open(IntroductionRequest wanted) {
        transfers.start(Transfer.Origin.INTRODUCTION, wanted.seedNumber(), wanted.needNumber(), null);
        LicensingCase opened =
                cases.ofPair(wanted.seedNumber(), wanted.needNumber()).orElseThrow();
        journal.note(opened.number(), "Introduced elsewhere", StringUtils.defaultString(wanted.note()));
        return CaseResponse.of(opened);
    }

    @PostMapping("/{number}/answers")
    @Transactional
    @Operation(
            summary = "Answer for a side",
            description = "The case goes on with the answer. The same answer twice counts once; an answer that the case"
                    + " does not wait for is refused. A counter-offer is answered under Terms.")
    void answer(@PathVariable String number, @Valid @RequestBody AnswerRequest answer) {
        access.speakFor(answer.side(), cases.of(number));
        if (answer.occasion() == Occasion.OFFER) {
            offers.answer(number, answer.offerAnswer(), user.name());
        } else {
            negotiations.answer(answer.given(number));
        }
    }

    @PostMapping("/{number}/withdrawal")
    @Transactional
    @Operation(summary = "Withdraw a side", description = "Ends the case from whatever stage, with the reason.")
    void withdraw(@PathVariable String number, @Valid @RequestBody WithdrawalRequest withdrawal) {
        access.speakFor(withdrawal.side(), cases.of(number));
        negotiations.withdraw(number, withdrawal.side(), withdrawal.reason());
    }
}
