package org.kakehashi.outcomes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractAccess;
import org.kakehashi.contract.Contracts;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.FiscalYear;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.UnusedReason;
import org.kakehashi.outcomes.web.InquirySheet.Typed;
import org.kakehashi.outcomes.web.InquirySheets.Read;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a contract has brought year by year, for those who work on it; here an answer that came on paper is entered. */
@PageController
@RequestMapping("/contracts/{number}/inquiries")
class ContractInquiries {

    private final Contracts contracts;
    private final ContractAccess access;
    private final Inquiries inquiries;
    private final InquirySheets sheets;
    private final Clock clock;

    ContractInquiries(
            Contracts contracts, ContractAccess access, Inquiries inquiries, InquirySheets sheets, Clock clock) {
        this.contracts = contracts;
        this.access = access;
        this.inquiries = inquiries;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String number, @RequestParam(required = false) @Nullable Integer year, Model model) {
        Contract contract = contract(number);
        InquirySheet begun = year == null ? null : sheets.sheet(inquiries.into(contract.number(), year));
        return page(contract, begun, model);
    }

    @PostMapping("/{year}")
    String enter(
            @PathVariable String number,
            @PathVariable int year,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        Contract contract = contract(number);
        try {
            Inquiry inquiry = inquiries.into(contract.number(), year);
            Read read = sheets.read(inquiry, typed, Answer.Channel.PAPER);
            Answer.Given given = read.given();
            if (given == null) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                return page(contract, read.refused(), model);
            }
            if (given.source().isEmpty()) {
                throw Refusal.invalid("Say where the figures come from, such as \"letter of 14 June\".");
            }
            inquiries.enter(contract.number(), year, given);
            return "redirect:/contracts/" + contract.number() + "/inquiries";
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.reasons());
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            InquirySheet sheet = sheets.sheet(inquiries.into(contract.number(), year));
            return page(contract, sheet.with(typed, sheet.faults(), sheet.doubts()), model);
        }
    }

    private Contract contract(String number) {
        Contract contract = contracts.of(number);
        access.takePart(contract);
        return contract;
    }

    private String page(Contract contract, @Nullable InquirySheet instead, Model model) {
        List<InquirySheet> all = new ArrayList<>(sheets.of(contract.number()));
        if (instead != null) {
            all.removeIf(
                    sheet -> sheet.inquiry().fiscalYear() == instead.inquiry().fiscalYear());
            all.add(instead);
            all.sort(
                    Comparator.comparing((InquirySheet sheet) -> sheet.inquiry().fiscalYear())
                            .reversed());
        }
        model.addAttribute("contract", contract);
        model.addAttribute("licensee", contract.party(Side.LICENSEE));
        model.addAttribute("sheets", all);
        model.addAttribute("entered", instead == null ? null : instead.inquiry().fiscalYear());
        model.addAttribute("thisYear", FiscalYear.of(LocalDate.now(clock)));
        model.addAttribute("currencies", Figures.CURRENCIES);
        model.addAttribute("reasons", UnusedReason.values());
        return "contract-inquiries";
    }
}
