package org.kakehashi.royalties.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Change;
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.PatentShares;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Shares;
import org.kakehashi.royalties.Statements;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Side;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of each contract: its parties, the terms in force, what it demands and what it has brought. */
@PageController
class ContractPages {

    private final Contracts contracts;
    private final ContractAccess access;
    private final Agreements agreements;
    private final Obligations obligations;
    private final Statements statements;
    private final Payments payments;
    private final PatentShares shares;
    private final Changes changes;
    private final Clock clock;

    ContractPages(
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

    @GetMapping("/contracts/{number}")
    String contract(@PathVariable String number, Model model) {
        access.enter();
        Contract contract = contracts.of(CaseNumber.parse(number).toString());
        model.addAttribute("contract", contract);
        model.addAttribute("licensor", contract.party(Side.LICENSOR));
        model.addAttribute("licensee", contract.party(Side.LICENSEE));
        if (access.seesTerms(contract)) {
            model.addAttribute("today", LocalDate.now(clock));
            model.addAttribute("agreements", agreements.versions(contract.number()));
            model.addAttribute("obligations", obligations.ofContract(contract.number()));
            model.addAttribute("statements", statements.ofContract(contract.number()));
            model.addAttribute("changes", changes.agreed(contract.number()));
            model.addAttribute("kinds", Change.Kind.values());
            model.addAttribute("payments", payments.ofContract(contract.number()));
            model.addAttribute(
                    "shares", shares.find(contract.number()).map(Shares::all).orElse(List.of()));
        }
        return "contract";
    }

    @PostMapping("/contracts/{number}/changes")
    String change(@PathVariable String number, @RequestParam Change.Kind kind) {
        access.takePart(contracts.of(number));
        changes.begin(number, kind);
        return "redirect:/contracts/" + number;
    }
}
