package org.kakehashi.outcomes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryYears;
import org.kakehashi.outcomes.Releases;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Inquiry", description = "The yearly inquiry, its answers and the releases of a year's figures")
class InquiryController {

    private final Contracts contracts;
    private final ContractAccess access;
    private final Inquiries inquiries;
    private final InquirySheets sheets;
    private final InquiryYears years;
    private final Releases releases;
    private final CurrentUser user;

    InquiryController(
            Contracts contracts,
            ContractAccess access,
            Inquiries inquiries,
            InquirySheets sheets,
            InquiryYears years,
            Releases releases,
            CurrentUser user) {
        this.contracts = contracts;
        this.access = access;
        this.inquiries = inquiries;
        this.sheets = sheets;
        this.years = years;
        this.releases = releases;
        this.user = user;
    }

    record RateRequest(
            @Schema(example = "USD") @NotBlank(message = "must be given")
            String currency,

            @Schema(example = "151.37") @NotNull(message = "must be given")
            BigDecimal yenPerUnit,

            @NotNull(message = "must be given") LocalDate rateOn,

            @Schema(example = "Bank of Japan, yearly average")
            @NotBlank(message = "must be given")
            @Size(max = 200, message = "must have at most 200 characters")
            String source) {}

    record ClosingRequest(
            @Schema(description = "Whether inquiries without an answer are given up")
            boolean leavingOut) {}

    record ReleaseRequest(
            @NotBlank(message = "must be given") @Size(max = 1000, message = "must have at most 1000 characters")
            String reason) {}

    record DecisionRequest(
            @NotNull(message = "must be given") Boolean release,

            @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
            String remark) {}

    /** A release with what it changes. */
    record ReleaseResponse(Releases.Release release, List<Releases.Difference> differences) {}

    @GetMapping("/contracts/{number}/inquiries")
    @Operation(summary = "List a contract's inquiries with every edition of their answers, the latest year first")
    List<InquiryResponse> ofContract(@PathVariable String number) {
        return sheets.of(taken(number).number()).stream()
                .map(InquiryResponse::of)
                .toList();
    }

    @GetMapping("/contracts/{number}/inquiries/{year}")
    @Operation(summary = "Read a contract's inquiry of a fiscal year")
    InquiryResponse read(@PathVariable String number, @PathVariable int year) {
        return response(taken(number), year);
    }

    @PostMapping("/contracts/{number}/inquiries/{year}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter an answer that came on paper or by another system",
            description =
                    "Figures that are hard to believe are kept, and the licensee is asked back while the year is open."
                            + " A correction names its reason and the edition it corrects; the same figures again change nothing.")
    InquiryResponse enter(
            @PathVariable String number, @PathVariable int year, @Valid @RequestBody AnswerRequest answer) {
        Contract contract = taken(number);
        inquiries.enter(contract.number(), year, answer.given());
        return response(contract, year);
    }

    @GetMapping("/inquiry-years")
    @Operation(summary = "List the fiscal years that were asked about, and how far each has come")
    List<InquiryYears.Progress> years() {
        access.enter();
        return years.all();
    }

    @GetMapping("/inquiry-years/{year}")
    @Operation(summary = "Read how far the inquiry of a fiscal year has come")
    InquiryYears.Progress year(@PathVariable int year) {
        access.enter();
        return years.of(year);
    }

    @GetMapping("/inquiry-years/{year}/rates")
    @Operation(summary = "Read what other currencies were worth in a fiscal year")
    List<InquiryYears.Rate> rates(@PathVariable int year) {
        access.enter();
        return years.rates(years.of(year).fiscalYear());
    }

    @PostMapping("/inquiry-years/{year}/rates")
    @Operation(summary = "Enter or correct what another currency was worth; managers alone")
    List<InquiryYears.Rate> rate(@PathVariable int year, @Valid @RequestBody RateRequest rate) {
        years.rate(
                year, List.of(new InquiryYears.Rate(rate.currency(), rate.yenPerUnit(), rate.rateOn(), rate.source())));
        return years.rates(year);
    }

    @PostMapping("/inquiry-years/{year}/closing")
    @Operation(
            summary = "Close a fiscal year; managers alone",
            description = "Later answers are taken and count from the next release on.")
    InquiryYears.Progress close(@PathVariable int year, @RequestBody ClosingRequest closing) {
        years.close(year, closing.leavingOut());
        return years.of(year);
    }

    @GetMapping("/inquiry-years/{year}/releases")
    @Operation(summary = "List the releases of a year's figures, the latest first")
    List<Releases.Release> releases(@PathVariable int year) {
        access.enter();
        years.of(year);
        return releases.of(year).stream()
                .filter(release -> release.state() == Releases.State.RELEASED || seesLines())
                .toList();
    }

    @GetMapping("/inquiry-years/{year}/releases/{release}")
    @Operation(summary = "Read a release and in what it differs from the one before, contract by contract")
    ReleaseResponse release(@PathVariable int year, @PathVariable int release) {
        if (!seesLines()) {
            throw Refusal.forbidden("Managers and registrars see the figures of single contracts.");
        }
        return new ReleaseResponse(releases.of(year, release), releases.differences(year, release));
    }

    @PostMapping("/inquiry-years/{year}/releases")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Propose a release of a closed year's figures; managers alone",
            description = "Freezes the answers as they are. A correction of released figures is a further release.")
    ReleaseResponse propose(@PathVariable int year, @Valid @RequestBody ReleaseRequest proposal) {
        Releases.Release release = releases.propose(year, proposal.reason());
        return new ReleaseResponse(release, releases.differences(year, release.release()));
    }

    @PostMapping("/inquiry-years/{year}/releases/{release}/decision")
    @Operation(summary = "Release or return what another manager has proposed")
    Releases.Release decide(
            @PathVariable int year, @PathVariable int release, @Valid @RequestBody DecisionRequest decision) {
        return releases.decide(year, release, decision.release(), StringUtils.defaultString(decision.remark()));
    }

    private boolean seesLines() {
        return user.belongsToOneOf(Roles.MANAGERS, Roles.REGISTRARS);
    }

    private Contract taken(String number) {
        Contract contract = contracts.of(number);
        access.takePart(contract);
        return contract;
    }

    private InquiryResponse response(Contract contract, int year) {
        Inquiry inquiry = inquiries
                .find(contract.number(), year)
                .orElseThrow(() -> Refusal.notFound(
                        "Contract %s was not asked about the fiscal year %d.".formatted(contract.number(), year)));
        return InquiryResponse.of(sheets.sheet(inquiry));
    }
}
