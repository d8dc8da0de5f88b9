package org.kakehashi.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/contracts")
@Tag(name = "Contracts", description = "The register of signed contracts")
class ContractController {

    private final Contracts contracts;
    private final ContractAccess access;
    private final OwnRecords own;

    ContractController(Contracts contracts, ContractAccess access, OwnRecords own) {
        this.contracts = contracts;
        this.access = access;
        this.own = own;
    }

    @GetMapping
    @Operation(
            summary = "List contracts, the newest first",
            description = "A program finds those whose seed or need it entered.")
    Page<ContractResponse> list(
            @RequestParam(required = false) Contract.@Nullable Status status,
            @RequestParam(required = false) @Nullable String seed,
            @RequestParam(required = false) @Nullable String licensingCase,
            @ParameterObject @Valid Paging paging) {
        access.enter();
        return Page.of(
                contracts.search(
                        status,
                        seed,
                        licensingCase,
                        own.narrowedTo().orElse(null),
                        paging.by(Sort.by("number").descending())),
                contract -> ContractResponse.of(contract, access.seesTerms(contract)));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a contract")
    ContractResponse read(@PathVariable String number) {
        access.enter();
        Contract contract = contracts.of(number);
        return ContractResponse.of(contract, access.seesTerms(contract));
    }

    @PostMapping("/{number}/registration")
    @Operation(
            summary = "Hand in the patent office's receipt",
            description = "The case that waits for it goes on. The same receipt twice counts once.")
    ContractResponse register(@PathVariable String number, @Valid @RequestBody RegistrationRequest receipt) {
        access.keepRegister(contracts.of(number));
        contracts.receiptArrived(number, receipt.receiptNumber(), receipt.receivedOn());
        Contract contract = contracts.of(number);
        return ContractResponse.of(contract, access.seesTerms(contract));
    }
}
