package org.kakehashi.outcomes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryDrafts;
import org.kakehashi.outcomes.UnusedReason;
import org.kakehashi.outcomes.web.InquirySheet.Typed;
import org.kakehashi.outcomes.web.InquirySheets.Read;
import org.kakehashi.parties.PartyDoor;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.royalties.Successions;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The questionnaire, for whoever comes with the licensee's link. */
@PageController
@RequestMapping("/party/{token}/inquiry")
class PartyInquiries {

    private final PartyDoor door;
    private final Contracts contracts;
    private final Inquiries inquiries;
    private final InquiryDrafts drafts;
    private final InquirySheets sheets;
    private final Successions successions;

    PartyInquiries(
            PartyDoor door,
            Contracts contracts,
            Inquiries inquiries,
            InquiryDrafts drafts,
            InquirySheets sheets,
            Successions successions) {
        this.door = door;
        this.contracts = contracts;
        this.inquiries = inquiries;
        this.drafts = drafts;
        this.sheets = sheets;
        this.successions = successions;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletRequest request) {
        return enter(token, request, (link, contract) -> page(token, link, contract, null)
                .addObject("done", done != null)
                .addObject("saved", saved != null));
    }

    @PostMapping("/{year}/draft")
    ModelAndView save(@PathVariable String token, @PathVariable int year, Typed typed, HttpServletRequest request) {
        return enter(token, request, (link, contract) -> {
            Inquiry inquiry = inquiry(contract, year);
            return door.act(
                    link,
                    () -> drafts.save(inquiry.number(), typed.entry()),
                    "/party/" + token + "/inquiry?saved",
                    () -> again(token, link, contract, inquiry, typed));
        });
    }

    @PostMapping("/{year}")
    ModelAndView send(@PathVariable String token, @PathVariable int year, Typed typed, HttpServletRequest request) {
        return enter(token, request, (link, contract) -> {
            Inquiry inquiry = inquiry(contract, year);
            Read read = sheets.read(inquiry, typed, Answer.Channel.LINK);
            Answer.Given given = read.given();
            if (given == null) {
                ModelAndView page = page(token, link, contract, read.refused());
                page.setStatus(HttpStatus.BAD_REQUEST);
                return page;
            }
            return door.act(
                    link,
                    () -> inquiries.take(inquiry.number(), given),
                    "/party/" + token + "/inquiry?done",
                    () -> again(token, link, contract, inquiry, typed));
        });
    }

    private ModelAndView again(String token, PartyLink link, Contract contract, Inquiry inquiry, Typed typed) {
        InquirySheet sheet = sheets.sheet(inquiry);
        return page(token, link, contract, sheet.with(typed, sheet.faults(), sheet.doubts()));
    }

    private Inquiry inquiry(Contract contract, int year) {
        return inquiries
                .find(contract.number(), year)
                .orElseThrow(() -> Refusal.notFound("No inquiry is open at the moment."));
    }

    /** Only the licensee of a contract that counts finds anything here. */
    private ModelAndView enter(
            String token, HttpServletRequest request, BiFunction<PartyLink, Contract, ModelAndView> page) {
        return door.enter(token, request, link -> contract(link)
                .map(contract -> page.apply(link, contract))
                .orElseGet(() -> new ModelAndView("party-gone", HttpStatus.NOT_FOUND)));
    }

    private Optional<Contract> contract(PartyLink link) {
        return contracts
                .ofCase(link.caseNumber())
                .filter(contract -> link.side() == Side.LICENSEE)
                .filter(contract -> contract.status() == Contract.Status.CONFIRMED);
    }

    private ModelAndView page(String token, PartyLink link, Contract contract, @Nullable InquirySheet instead) {
        List<InquirySheet> shown = sheets.of(contract.number()).stream()
                .map(sheet -> instead != null
                                && instead.inquiry()
                                        .number()
                                        .equals(sheet.inquiry().number())
                        ? instead
                        : sheet)
                .toList();
        return new ModelAndView("party-inquiry")
                .addObject("token", token)
                .addObject("link", link)
                .addObject("contract", contract)
                .addObject("party", successions.present(contract, Side.LICENSEE))
                .addObject("sheets", shown)
                .addObject("entered", instead == null ? null : instead.inquiry().number())
                .addObject("currencies", Figures.CURRENCIES)
                .addObject("reasons", UnusedReason.values());
    }
}
