package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.OfferAnswers;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{number}")
@Tag(name = "Terms", description = "Rounds of offer and counter-offer in a case")
class OfferController {

    private final TermSheets sheets;
    private final OfferAnswers answers;
    private final LicensingCases cases;
    private final CaseAccess access;
    private final CurrentUser user;

    OfferController(
            TermSheets sheets, OfferAnswers answers, LicensingCases cases, CaseAccess access, CurrentUser user) {
        this.sheets = sheets;
        this.answers = answers;
        this.cases = cases;
        this.access = access;
        this.user = user;
    }

    @GetMapping("/rounds")
    @Transactional(readOnly = true)
    @Operation(summary = "List the rounds of terms, the first offer first")
    List<RoundResponse> rounds(@PathVariable String number) {
        TermSheet sheet = readable(number);
        return IntStream.rangeClosed(1, sheet.rounds().size())
                .mapToObj(round -> RoundResponse.of(round, sheet))
                .toList();
    }

    @GetMapping(
            path = "/rounds",
            params = {"left", "right"})
    @Transactional(readOnly = true)
    @Operation(summary = "Compare two rounds clause by clause")
    List<ComparisonResponse> compare(@PathVariable String number, @RequestParam int left, @RequestParam int right) {
        return readable(number).compare(left, right).stream()
                .map(ComparisonResponse::of)
                .toList();
    }

    @PostMapping("/offers/answer")
    @Transactional
    @Operation(
            summary = "Answer the offer on the table",
            description =
                    "Accepts, counters or rejects the offer of the open round for a side, and lets the case go on."
                            + " Answers with the newest round.")
    RoundResponse answer(@PathVariable String number, @Valid @RequestBody OfferAnswerRequest wanted) {
        access.speakFor(wanted.side(), cases.of(number));
        answers.answer(number, wanted.answer(), user.name());
        TermSheet sheet = sheets.of(number);
        int newest = sheet.rounds().size();
        return RoundResponse.of(newest, sheet);
    }

    private TermSheet readable(String number) {
        if (!access.into(cases.of(number)).covers(Insight.TERMS)) {
            throw Refusal.forbidden("The terms of " + number + " are open to those who work on the case only.");
        }
        return sheets.of(number);
    }
}
