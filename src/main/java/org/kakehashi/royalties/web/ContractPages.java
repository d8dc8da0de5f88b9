package org.kakehashi.royalties.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Audits;
import org.kakehashi.royalties.Change;
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.PatentShares;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Reminders;
import org.kakehashi.royalties.Shares;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submissions;
import org.kakehashi.royalties.Successions;
import org.kakehashi.royalties.UnderReport;
import org.kakehashi.royalties.Usage;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of each contract: its parties, the terms in force, what it demands and what it has brought. */
@PageController
class ContractPages {

    /**
     * An obligation and how it stands.
     *
     * @param outstanding none where it is not open or not settled by money
     * @param submitted whether the licensee has sent its statement, so that the registrar moves next
     * @param reminded the days on which mails went out
     */
    public record Row(Obligation obligation, @Nullable Money outstanding, boolean submitted, List<LocalDate> reminded) {

        /** Who moves next. */
        public String turn() {
            if (submitted || obligation.kind().obliged().isEmpty()) {
                return "Registrar";
            }
            return obligation.kind().obliged().size() > 1
                    ? "Both parties"
                    : StringUtils.capitalize(obligation.kind().obliged().get(0).lower());
        }
    }

    private final Contracts contracts;
    private final ContractAccess access;
    private final Agreements agreements;
    private final Obligations obligations;
    private final Statements statements;
    private final Payments payments;
    private final PatentShares patentShares;
    private final Changes changes;
    private final Audits audits;
    private final Submissions submissions;
    private final Successions successions;
    private final Reminders reminders;
    private final Clock clock;

    ContractPages(
            Contracts contracts,
            ContractAccess access,
            Agreements agreements,
            Obligations obligations,
            Statements statements,
            Payments payments,
            PatentShares patentShares,
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
        this.patentShares = patentShares;
        this.changes = changes;
        this.audits = audits;
        this.submissions = submissions;
        this.successions = successions;
        this.reminders = reminders;
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
            List<Row> rows = rows(contract.number());
            model.addAttribute("obligations", rows);
            model.addAttribute(
                    "next",
                    rows.stream()
                            .filter(row -> row.obligation().isOpen())
                            .findFirst()
                            .orElse(null));
            if (!agreements.versions(contract.number()).isEmpty()) {
                model.addAttribute("account", payments.account(contract.number()));
            }
            model.addAttribute("successions", successions.of(contract.number()));
            model.addAttribute("statements", statements.ofContract(contract.number()));
            model.addAttribute("changes", changes.agreed(contract.number()));
            model.addAttribute("kinds", Change.Kind.values());
            model.addAttribute("payments", payments.ofContract(contract.number()));
            model.addAttribute(
                    "shares",
                    patentShares.find(contract.number()).map(Shares::all).orElse(List.of()));
        }
        return "contract";
    }

    private List<Row> rows(String contract) {
        List<Reminders.Reminder> mailed = reminders.ofContract(contract);
        return obligations.ofContract(contract).stream()
                .map(obligation -> new Row(
                        obligation,
                        obligation.isOpen() && obligation.amount().isPresent()
                                ? payments.outstanding(obligation)
                                : null,
                        submissions.find(obligation.number()).isPresent(),
                        mailed.stream()
                                .filter(reminder -> reminder.obligationNumber().equals(obligation.number()))
                                .map(reminder -> LocalDate.ofInstant(reminder.mailedAt(), clock.getZone()))
                                .distinct()
                                .toList()))
                .toList();
    }

    @PostMapping("/contracts/{number}/shares")
    String share(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String shares,
            Model model,
            HttpServletResponse response) {
        return did(number, () -> patentShares.agree(number, Shares.read(shares)), model, response, "shares", shares);
    }

    @PostMapping("/contracts/{number}/audits")
    String doubt(
            @PathVariable String number,
            @RequestParam String statement,
            @RequestParam(defaultValue = "") String netSales,
            Model model,
            HttpServletResponse response) {
        return did(
                number,
                () -> {
                    UnderReport found = audits.doubt(number, statement, known(number, statement, netSales));
                    if (found.shortfall().amount().signum() == 0) {
                        throw Refusal.invalid("The statement does not fall short of that: no audit is due.");
                    }
                },
                model,
                response,
                "knownNetSales",
                netSales);
    }

    private Usage known(String contract, String statement, String netSales) {
        try {
            return new Usage(
                    new BigDecimal(netSales.replace(",", "").strip()),
                    statements.of(contract, statement).usage().units());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("Give the net sales as a number, such as 1,250,000.");
        }
    }

    /** What is refused is shown on the page, with what was typed. */
    private String did(
            String number, Runnable deed, Model model, HttpServletResponse response, String field, String typed) {
        access.takePart(contracts.of(number));
        try {
            deed.run();
            return "redirect:/contracts/" + number;
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.reasons());
            model.addAttribute("typed", Map.of(field, typed));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return contract(number, model);
        }
    }

    @PostMapping("/contracts/{number}/changes")
    String change(@PathVariable String number, @RequestParam Change.Kind kind) {
        access.takePart(contracts.of(number));
        changes.begin(number, kind);
        return "redirect:/contracts/" + number;
    }
}
