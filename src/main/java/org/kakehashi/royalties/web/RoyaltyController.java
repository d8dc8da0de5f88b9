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
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.PatentShares;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Share;
import org.kakehashi.royalties.Shares;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.UnderReport;
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
            Clock clock) {
        this.contracts = contracts;
        this.access = access;
        this.agreements = agreements;
        this.obligations = obligations;
        this.statements = statements;
        this.payments = payments;
        this.shares = shares;
        this.changes = changes;
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
            description = "From an under-report of 10 % of the royalty on, the licensee bears the cost of the audit."
                    + " Nothing is changed.")
    UnderReport audit(
            @PathVariable String number, @PathVariable String obligation, @Valid @RequestBody UsageRequest audited) {
        access.takePart(contracts.of(number));
        return statements.audit(number, obligation, audited.usage());
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
