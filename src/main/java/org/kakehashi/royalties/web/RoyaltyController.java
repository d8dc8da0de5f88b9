package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Audits;
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.PatentShares;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Reminders;
import org.kakehashi.royalties.Share;
import org.kakehashi.royalties.Shares;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submissions;
import org.kakehashi.royalties.Successions;
import org.kakehashi.royalties.UnderReport;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/contracts/{number}")
@Tag(name = "Royalties", description = "What confirmed contracts demand, and what has been stated and paid")
class RoyaltyController {

    private final Contracts contracts;
    private final ContractAccess access;
    private final Agreements agreements;
    private final Obligations obligations;
    private final Statements statements;
    private final Payments payments;
    private final PatentShares shares;
    private final Changes changes;
    private final Audits audits;
    private final Submissions submissions;
    private final Successions successions;
    private final Reminders reminders;
    private final Clock clock;

    RoyaltyController(
            Contracts contracts,
            ContractAccess access,
            Agreements agreements,
            Obligations obligations,
            Statements statements,
            Payments payments,
            PatentShares shares,
            Changes changes,
            Audits audits,
            Submissions submissions,
            Successions successions,
            Reminders reminders,
            Clock clock) {
        this.contracts = contracts;
        this.access = access;
        this.agreements = agreements;
        this.obligations = obligations;
        this.statements = statements;
        this.payments = payments;
        this.shares = shares;
        this.changes = changes;
        this.audits = audits;
        this.submissions = submissions;
        this.successions = successions;
        this.reminders = reminders;
        this.clock = clock;
    }

    @GetMapping("/agreements")
    @Operation(summary = "List the versions of a contract's royalty agreement, the first one first")
    List<AgreementResponse> agreements(@PathVariable String number) {
        access.takePart(contracts.of(number));
        return agreements.versions(number).stream().map(AgreementResponse::of).toList();
    }

    @GetMapping("/obligations")
    @Operation(summary = "List what a contract demands, what is due first coming first")
    List<ObligationResponse> obligations(@PathVariable String number) {
        access.takePart(contracts.of(number));
        LocalDate today = LocalDate.now(clock);
        return obligations.ofContract(number).stream()
                .map(obligation -> ObligationResponse.of(obligation, today))
                .toList();
    }

    @GetMapping("/statements")
    @Operation(summary = "List the licensee's statements, the earliest period first")
    List<StatementResponse> statements(@PathVariable String number) {
        access.takePart(contracts.of(number));
        return statements.ofContract(number).stream().map(StatementResponse::of).toList();
    }

    @PostMapping("/statements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter the licensee's statement for a report that is due",
            description = "The royalty is computed by the formula in force and becomes an obligation of its own.")
    StatementResponse enter(@PathVariable String number, @Valid @RequestBody StatementRequest statement) {
        access.takePart(contracts.of(number));
        return StatementResponse.of(statements.enter(number, statement.obligation(), statement.usage()));
    }

    @PostMapping("/statements/{obligation}/audit")
    @Operation(
            summary = "Compare a statement with what an audit found",
            description = "From the under-report on that the formula names, the licensee bears the cost of the audit."
                    + " Nothing is changed.")
    UnderReport audit(
            @PathVariable String number, @PathVariable String obligation, @Valid @RequestBody UsageRequest audited) {
        access.takePart(contracts.of(number));
        return statements.audit(number, obligation, audited.usage());
    }

    @GetMapping("/submissions/{obligation}")
    @Operation(summary = "Read what the licensee has submitted by its link for a report")
    SubmissionResponse submission(@PathVariable String number, @PathVariable String obligation) {
        access.takePart(contracts.of(number));
        return submissions
                .find(obligation)
                .filter(found -> obligation.startsWith(number + "-"))
                .map(SubmissionResponse::of)
                .orElseThrow(() -> Refusal.notFound("The licensee has submitted nothing for " + obligation + "."));
    }

    @PostMapping("/audits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Doubt a statement by what is known from elsewhere",
            description = "Where the statement falls short of it, an audit of the books becomes an obligation.")
    UnderReport doubt(@PathVariable String number, @Valid @RequestBody StatementRequest known) {
        access.takePart(contracts.of(number));
        return audits.doubt(number, known.obligation(), known.usage());
    }

    @PostMapping("/audits/{obligation}/result")
    @Operation(
            summary = "Record what an audit of the books found",
            description =
                    "What was not reported becomes an obligation, and the audit's cost where the licensee bears it.")
    UnderReport settle(
            @PathVariable String number, @PathVariable String obligation, @Valid @RequestBody AuditRequest result) {
        access.takePart(contracts.of(number));
        return audits.settle(number, obligation, result.usage(), result.cost());
    }

    @GetMapping("/parties")
    @Operation(summary = "List who has taken a party's place since the signing, the earliest first")
    List<Successions.Succession> parties(@PathVariable String number) {
        access.takePart(contracts.of(number));
        return successions.of(number);
    }

    @GetMapping("/reminders")
    @Operation(summary = "List the mails that reminded the parties, the earliest first")
    List<Reminders.Reminder> reminders(@PathVariable String number) {
        access.takePart(contracts.of(number));
        return reminders.ofContract(number);
    }

    @GetMapping("/payments")
    @Operation(summary = "List what has been received, the earliest first")
    List<PaymentResponse> payments(@PathVariable String number) {
        access.takePart(contracts.of(number));
        return payments.ofContract(number).stream().map(PaymentResponse::of).toList();
    }

    @PostMapping("/payments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record what was received for an obligation",
            description = "A part leaves the rest open; what came late bears interest, which becomes an obligation.")
    PaymentResponse receive(@PathVariable String number, @Valid @RequestBody PaymentRequest payment) {
        access.takePart(contracts.of(number));
        return PaymentResponse.of(
                payments.receive(number, payment.obligation(), payment.amount(), payment.receivedOn()));
    }

    @PostMapping("/changes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin an amendment, renewal, termination or assignment",
            description = "A registrar then proposes it in Tasklist, and a manager decides.")
    ChangeResponse change(@PathVariable String number, @Valid @RequestBody ChangeRequest change) {
        access.takePart(contracts.of(number));
        return ChangeResponse.of(changes.begin(number, change.kind()));
    }

    @GetMapping("/shares")
    @Operation(summary = "Read how what is received is split by patent; empty where the contract is about one alone")
    List<Share> shares(@PathVariable String number) {
        access.takePart(contracts.of(number));
        return shares.find(number).map(Shares::all).orElse(List.of());
    }

    @PutMapping("/shares")
    @Operation(
            summary = "Say how what is received is split by patent",
            description = "The shares total exactly 100 %. What was received before stays as it was split.")
    List<Share> agree(@PathVariable String number, @Valid @RequestBody SharesRequest request) {
        access.takePart(contracts.of(number));
        return shares.agree(number, request.shares()).all();
    }
}
