package org.kakehashi.outcomes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.outcomes.ContractStatistics;
import org.kakehashi.outcomes.EconomicImpacts;
import org.kakehashi.outcomes.Reports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Outcomes", description = "What came of the contracts")
class OutcomeController {

    private final Contracts contracts;
    private final EconomicImpacts impacts;
    private final ContractAccess access;
    private final Reports reports;

    OutcomeController(Contracts contracts, EconomicImpacts impacts, ContractAccess access, Reports reports) {
        this.contracts = contracts;
        this.impacts = impacts;
        this.access = access;
        this.reports = reports;
    }

    @PutMapping("/contracts/{number}/impacts/{year}")
    @Operation(
            summary = "Report a contract's economic impact in a fiscal year",
            description = "April to March, named by the year it begins in. Takes the place of an earlier report.")
    ImpactResponse report(
            @PathVariable String number, @PathVariable int year, @Valid @RequestBody ImpactRequest impact) {
        access.takePart(contracts.of(number));
        return ImpactResponse.of(impacts.report(number, year, impact.figures(), impact.source()));
    }

    @GetMapping("/contracts/{number}/impacts/{year}")
    @Operation(summary = "Read a contract's economic impact in a fiscal year")
    ImpactResponse read(@PathVariable String number, @PathVariable int year) {
        access.takePart(contracts.of(number));
        return ImpactResponse.of(impacts.of(number, year));
    }

    @GetMapping("/statistics/contracts")
    @Operation(summary = "Count the confirmed contracts; the counting rules stand at the foot")
    ContractStatistics statistics(
            @Parameter(description = "First fiscal year") @RequestParam(required = false) @Nullable Integer from,
            @Parameter(description = "Last fiscal year") @RequestParam(required = false) @Nullable Integer to) {
        access.enter();
        return reports.contracts(from, to);
    }
}
